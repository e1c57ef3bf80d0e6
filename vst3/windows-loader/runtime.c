#include "runtime.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

#include "hostfxr.h"

/* The .NET that the managed part is built for. */
#define DOTNET_MAJOR 10

/* Room for a path as the system hands it out. The larger ones are static: hosts scan on threads with small stacks. */
#define LONGEST_PATH 4096

static const WCHAR install_again[] = L"install FaderStager again";
static const WCHAR install_dotnet[] = L"install the .NET 10 Desktop Runtime (x64) or install FaderStager again with its own";

/* What one try came to. */
enum outcome {
    STARTED,      /* there is an entry point */
    NOT_THIS_ONE, /* this .NET will not do; another may */
    STOP          /* a .NET runs now, or the managed part is damaged: no other one would do better */
};

/* All of a search: where we are, why the last .NET would not do, what came of it. */
struct search {
    const struct runtime_target *target;
    WCHAR config[LONGEST_PATH];
    WCHAR assembly[LONGEST_PATH];
    WCHAR reason[LONGEST_SENTENCE];
    void *entry;
};

static struct search search;

/* The first thing that hostfxr complained of: it says what is missing, and then a page of advice for programmers. */
static WCHAR complaint[512];

static void __cdecl note_complaint(const WCHAR *message)
{
    if (complaint[0] || !message || !message[0])
        return;
    lstrcpynW(complaint, message, ARRAYSIZE(complaint));
    complaint[wcscspn(complaint, L"\r\n")] = 0;
}

static void write(WCHAR *text, size_t capacity, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    _vsnwprintf(text, capacity - 1, format, arguments);
    text[capacity - 1] = 0;
    va_end(arguments);
}

static BOOL is_file(const WCHAR *path)
{
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

/* Whether a .NET runs in this process, by whatever way it came: as a DLL, or inside a single-file program. */
static BOOL is_dotnet_running(void)
{
    return GetModuleHandleW(L"coreclr.dll") != NULL || GetProcAddress(GetModuleHandleW(NULL), "DotNetRuntimeInfo") != NULL;
}

/* The version of the .NET that runs in this process: the folder that its DLL stands in. Empty where that says nothing. */
static void running_version(WCHAR version[MAX_PATH])
{
    static WCHAR path[LONGEST_PATH];
    HMODULE running = GetModuleHandleW(L"coreclr.dll");
    DWORD length = running ? GetModuleFileNameW(running, path, LONGEST_PATH) : 0;
    WCHAR *last = length > 0 && length < LONGEST_PATH ? wcsrchr(path, L'\\') : NULL;
    version[0] = 0;
    if (!last)
        return;
    *last = 0;
    last = wcsrchr(path, L'\\');
    if (last && last[1] >= L'0' && last[1] <= L'9')
        lstrcpynW(version, last + 1, MAX_PATH);
}

/* Says why the .NET that runs here will not do, and whose it may be: a process has one, and the first who wants one chooses. */
static void blame_running(int32_t result)
{
    WCHAR version[MAX_PATH];
    running_version(version);
    bool is_older = version[0] && wcstoul(version, NULL, 10) < DOTNET_MAJOR;
    write(search.reason, LONGEST_SENTENCE, L"the host, or another plug-in in it, already runs %ls%ls, which FaderStager cannot join (error 0x%08lX%ls%ls): %ls",
        version[0] ? L".NET " : L"a .NET", version, (unsigned long)result, complaint[0] ? L", " : L"", complaint,
        is_older ? L"a process has one .NET only, and FaderStager needs .NET 10. Update the other, or have the host run one of the two in a process of its own"
                 : L"update the host, or use FaderStager in another one");
}

static enum outcome no_other(void)
{
    return is_dotnet_running() ? STOP : NOT_THIS_ONE;
}

/* Asks hostfxr for the function that loads assemblies, which starts .NET, and that for our entry point where one is wanted. A null
   context is the running .NET's. */
static enum outcome load_assembly(HMODULE hostfxr, hostfxr_context context, const WCHAR *where)
{
    hostfxr_get_runtime_delegate_fn get_delegate = (hostfxr_get_runtime_delegate_fn)(void *)GetProcAddress(hostfxr, "hostfxr_get_runtime_delegate");
    load_assembly_and_get_function_pointer_fn load = NULL;
    int32_t result = get_delegate(context, HOSTFXR_LOAD_ASSEMBLY_AND_GET_FUNCTION_POINTER, (void **)&load);
    if (result != 0 || !load) {
        write(search.reason, LONGEST_SENTENCE, L"the .NET in %ls does not start (error 0x%08lX%ls%ls): %ls",
            where, (unsigned long)result, complaint[0] ? L", " : L"", complaint, install_dotnet);
        return no_other();
    }
    if (!search.target->type)
        return STARTED;
    result = load(search.assembly, search.target->type, search.target->method, HOSTFXR_UNMANAGED_CALLERS_ONLY, NULL, &search.entry);
    if (result == 0 && search.entry)
        return STARTED;
    search.entry = NULL;
    write(search.reason, LONGEST_SENTENCE, L"the .NET in %ls could not load %ls (error 0x%08lX): %ls",
        where, search.assembly, (unsigned long)result, install_again);
    return STOP;
}

/* Starts .NET by this hostfxr, or joins the one it runs already.
   root: the folder that holds host\fxr and shared, or NULL to leave it to hostfxr; where: the same for a person. */
static enum outcome start(HMODULE hostfxr, const WCHAR *root, const WCHAR *where)
{
    hostfxr_initialize_for_runtime_config_fn initialize =
        (hostfxr_initialize_for_runtime_config_fn)(void *)GetProcAddress(hostfxr, "hostfxr_initialize_for_runtime_config");
    hostfxr_close_fn close_context = (hostfxr_close_fn)(void *)GetProcAddress(hostfxr, "hostfxr_close");
    hostfxr_set_error_writer_fn set_error_writer = (hostfxr_set_error_writer_fn)(void *)GetProcAddress(hostfxr, "hostfxr_set_error_writer");
    if (!initialize || !close_context || !GetProcAddress(hostfxr, "hostfxr_get_runtime_delegate")) {
        write(search.reason, LONGEST_SENTENCE, L"%ls is no .NET that a plug-in can use: %ls", where, install_dotnet);
        return no_other();
    }

    struct hostfxr_initialize_parameters parameters = { sizeof parameters, NULL, root };
    hostfxr_context context = NULL;
    complaint[0] = 0;
    hostfxr_error_writer_fn writer_before = set_error_writer ? set_error_writer(note_complaint) : NULL;
    int32_t result = initialize(search.config, root ? &parameters : NULL, &context);
    enum outcome outcome;
    if (result == HOSTFXR_STARTED_NEW || result == HOSTFXR_ALREADY_RUNNING || result == HOSTFXR_ALREADY_RUNNING_OTHER_PROPERTIES) {
        /* Other properties are settings like the kind of garbage collector: the host's hold, and they do not concern us. */
        outcome = load_assembly(hostfxr, context, where);
    } else if (is_dotnet_running()) {
        /* It runs other frameworks than we name: the host has no Desktop part, or brought its .NET along. It may still be new
           enough to load us; then the managed side does without an editor of its own. */
        outcome = load_assembly(hostfxr, NULL, where);
        if (outcome != STARTED) {
            blame_running(result);
            outcome = STOP;
        }
    } else {
        write(search.reason, LONGEST_SENTENCE, L"the .NET in %ls lacks what FaderStager needs (error 0x%08lX%ls%ls): %ls",
            where, (unsigned long)result, complaint[0] ? L", " : L"", complaint, install_dotnet);
        outcome = NOT_THIS_ONE;
    }
    if (context)
        close_context(context);
    if (set_error_writer)
        set_error_writer(writer_before);
    return outcome;
}

/* Reads "10.0.12" or "10.1.0-rc.1" into one number that sorts as versions do; 0 when it is no version we want. */
static unsigned long long version_rank(const WCHAR *name)
{
    unsigned major = 0, minor = 0, patch = 0;
    int used = 0;
    if (swscanf(name, L"%u.%u.%u%n", &major, &minor, &patch, &used) != 3 || major != DOTNET_MAJOR || minor > 0xFFFF || patch > 0xFFFFF)
        return 0;
    /* A preview comes before its release. */
    return ((unsigned long long)major << 40) | ((unsigned long long)minor << 24) | ((unsigned long long)patch << 1) | (name[used] == 0);
}

/* Tries the .NET in a folder, if there is one. */
static enum outcome try_root(const WCHAR *root)
{
    static WCHAR pattern[LONGEST_PATH], library[LONGEST_PATH];
    WCHAR best[MAX_PATH] = L"";
    unsigned long long best_rank = 0;
    WIN32_FIND_DATAW found;
    write(pattern, LONGEST_PATH, L"%ls\\host\\fxr\\*", root);
    HANDLE search_handle = FindFirstFileW(pattern, &found);
    if (search_handle != INVALID_HANDLE_VALUE) {
        do {
            unsigned long long rank = version_rank(found.cFileName);
            if ((found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) && rank > best_rank) {
                best_rank = rank;
                lstrcpynW(best, found.cFileName, MAX_PATH);
            }
        } while (FindNextFileW(search_handle, &found));
        FindClose(search_handle);
    }
    if (best_rank == 0)
        return NOT_THIS_ONE;

    write(library, LONGEST_PATH, L"%ls\\host\\fxr\\%ls\\hostfxr.dll", root, best);
    HMODULE hostfxr = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!hostfxr) {
        write(search.reason, LONGEST_SENTENCE, L"%ls cannot be loaded (error %lu): %ls", library, (unsigned long)GetLastError(), install_dotnet);
        return NOT_THIS_ONE;
    }
    /* It stays loaded: others may have joined the .NET that it started. */
    return start(hostfxr, root, root);
}

static enum outcome try_environment(const WCHAR *variable, const WCHAR *below)
{
    static WCHAR root[LONGEST_PATH];
    DWORD length = GetEnvironmentVariableW(variable, root, LONGEST_PATH - 16);
    if (length == 0 || length >= LONGEST_PATH - 16)
        return NOT_THIS_ONE;
    lstrcatW(root, below);
    return try_root(root);
}

/* .NET's installer writes its folder into the 32-bit view of the registry, for 64-bit .NET as well. */
static enum outcome try_registry(DWORD view)
{
    static WCHAR root[LONGEST_PATH];
    HKEY key;
    if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\dotnet\\Setup\\InstalledVersions\\x64", 0, KEY_QUERY_VALUE | view, &key) != ERROR_SUCCESS)
        return NOT_THIS_ONE;
    DWORD bytes = sizeof root - 2 * sizeof(WCHAR), kind = 0;
    LONG result = RegQueryValueExW(key, L"InstallLocation", NULL, &kind, (BYTE *)root, &bytes);
    RegCloseKey(key);
    if (result != ERROR_SUCCESS || kind != REG_SZ)
        return NOT_THIS_ONE;
    root[bytes / sizeof(WCHAR)] = 0;
    size_t length = wcslen(root);
    while (length > 0 && (root[length - 1] == L'\\' || root[length - 1] == L'/'))
        root[--length] = 0;
    return length ? try_root(root) : NOT_THIS_ONE;
}

static enum outcome try_private(void)
{
    static WCHAR root[LONGEST_PATH];
    write(root, LONGEST_PATH, L"%ls\\runtime", search.target->folder);
    enum outcome outcome = try_root(root);
    if (outcome == NOT_THIS_ONE && search.target->runtime_beside) {
        write(root, LONGEST_PATH, L"%ls\\%ls", search.target->folder, search.target->runtime_beside);
        outcome = try_root(root);
    }
    return outcome;
}

static enum outcome try_installed(void)
{
    enum outcome outcome = try_environment(L"DOTNET_ROOT_X64", L"");
    if (outcome == NOT_THIS_ONE)
        outcome = try_environment(L"DOTNET_ROOT", L"");
    if (outcome == NOT_THIS_ONE)
        outcome = try_registry(KEY_WOW64_32KEY);
    if (outcome == NOT_THIS_ONE)
        outcome = try_registry(KEY_WOW64_64KEY);
    if (outcome == NOT_THIS_ONE)
        outcome = try_environment(L"ProgramFiles", L"\\dotnet");
    return outcome;
}

static enum outcome try_all(void)
{
    HMODULE loaded = GetModuleHandleW(L"hostfxr.dll");
    if (loaded) {
        enum outcome outcome = start(loaded, NULL, L"this host");
        if (outcome != NOT_THIS_ONE)
            return outcome;
    }
    if (is_dotnet_running()) {
        write(search.reason, LONGEST_SENTENCE, L"the host, or another plug-in in it, already runs a .NET that lets nobody join: use FaderStager in another host");
        return STOP;
    }
    enum outcome outcome = try_private();
    return outcome == NOT_THIS_ONE ? try_installed() : outcome;
}

BOOL runtime_start(const struct runtime_target *target, void **entry, WCHAR sentence[LONGEST_SENTENCE])
{
    search.target = target;
    search.entry = NULL;
    search.reason[0] = 0;
    write(search.config, LONGEST_PATH, L"%ls\\%ls.runtimeconfig.json", target->folder, target->config);
    write(search.assembly, LONGEST_PATH, L"%ls\\%ls", target->folder, target->assembly);
    const WCHAR *missing = !is_file(search.assembly) ? search.assembly : !is_file(search.config) ? search.config : NULL;
    if (missing) {
        write(sentence, LONGEST_SENTENCE, L"FaderStager did not load, because %ls is missing: %ls.", missing, install_again);
        return FALSE;
    }

    /* A damaged DLL must not stop the host with a message box. */
    DWORD mode_before = 0;
    BOOL has_mode = SetThreadErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX, &mode_before);
    enum outcome outcome = try_all();
    if (has_mode)
        SetThreadErrorMode(mode_before, NULL);
    if (outcome == STARTED) {
        *entry = search.entry;
        return TRUE;
    }
    if (search.reason[0])
        write(sentence, LONGEST_SENTENCE, L"FaderStager did not load, because %ls.", search.reason);
    else
        write(sentence, LONGEST_SENTENCE, L"FaderStager did not load, because there is no .NET 10 on this machine, neither in %ls\\runtime nor installed: %ls.", target->folder, install_dotnet);
    return FALSE;
}
