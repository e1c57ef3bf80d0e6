/*
 * FaderStager.vst3, the DLL that a host on Windows loads: starts .NET and hands the host's calls on to FaderStager.Vst3.dll.
 *
 * .NET is looked for in this order:
 *   1. a runtime that is in the process already (one process has room for one),
 *   2. a private one in the folder "dotnet" beside this DLL,
 *   3. the installed one: DOTNET_ROOT, the registry, Program Files.
 * When none serves, the host lives, gets no factory, and %LOCALAPPDATA%\FaderStager\vst3.log says why in one sentence.
 */
#ifndef UNICODE
#define UNICODE
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shlobj.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

#define EXPORT __declspec(dllexport)
#define PATH_LENGTH 1024
#define MANAGED L"FaderStager.Vst3"

/* The part of hostfxr that is used: https://learn.microsoft.com/dotnet/core/tutorials/netcore-hosting */
typedef void *fxr_handle;
typedef struct { size_t size; const wchar_t *host_path; const wchar_t *dotnet_root; } fxr_parameters;
typedef void (*fxr_error_writer)(const wchar_t *message);
typedef int (*fxr_initialize)(const wchar_t *config, const fxr_parameters *parameters, fxr_handle *handle);
typedef int (*fxr_get_delegate)(fxr_handle handle, int kind, void **delegate);
typedef int (*fxr_close)(fxr_handle handle);
typedef fxr_error_writer (*fxr_set_error_writer)(fxr_error_writer writer);
typedef int (*load_function)(const wchar_t *assembly, const wchar_t *type, const wchar_t *method, const wchar_t *delegate, void *reserved, void **function);
enum { LOAD_ASSEMBLY_AND_GET_FUNCTION = 5 };
#define UNMANAGED_CALLERS_ONLY ((const wchar_t *)-1)

typedef void *(*factory_function)(void);

static HMODULE this_module;
static SRWLOCK gate = SRWLOCK_INIT;
static factory_function factory;
static bool was_tried;
static wchar_t first_error[512];

static void say(const wchar_t *sentence, const wchar_t *detail)
{
    wchar_t path[PATH_LENGTH];
    wchar_t line[2048];
    char bytes[8192];
    PWSTR folder = NULL;
    if (FAILED(SHGetKnownFolderPath(&FOLDERID_LocalAppData, 0, NULL, &folder))) {
        return;
    }

    _snwprintf(path, PATH_LENGTH, L"%ls\\FaderStager", folder);
    path[PATH_LENGTH - 1] = 0;
    CoTaskMemFree(folder);
    CreateDirectoryW(path, NULL);
    wcsncat(path, L"\\vst3.log", PATH_LENGTH - wcslen(path) - 1);
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        return;
    }

    SYSTEMTIME now;
    GetLocalTime(&now);
    _snwprintf(line, 2048, L"%04u-%02u-%02u %02u:%02u:%02u FaderStager is not available: %ls%ls%ls\r\n",
        now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond, sentence, detail[0] ? L" " : L"", detail);
    line[2047] = 0;
    int length = WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof bytes, NULL, NULL);
    DWORD written;
    if (length > 1) {
        WriteFile(file, bytes, (DWORD)(length - 1), &written, NULL);
    }

    CloseHandle(file);
}

static void on_error(const wchar_t *message)
{
    if (!first_error[0]) {
        _snwprintf(first_error, 511, L"%ls", message);
        for (wchar_t *c = first_error; *c; c++) {
            if (*c == L'\r' || *c == L'\n') {
                *c = 0;
                break;
            }
        }
    }
}

/* The folder that this DLL lies in, without the last backslash. */
static bool own_folder(wchar_t *path)
{
    DWORD length = GetModuleFileNameW(this_module, path, PATH_LENGTH);
    wchar_t *slash = length && length < PATH_LENGTH ? wcsrchr(path, L'\\') : NULL;
    if (slash) {
        *slash = 0;
    }

    return slash != NULL;
}

/* A version "10.0.12" as a number that compares; -1 = none, previews are none. */
static long long version_of(const wchar_t *name)
{
    unsigned major, minor, patch;
    wchar_t rest;
    return swscanf(name, L"%u.%u.%u%lc", &major, &minor, &patch, &rest) == 3 ? ((long long)major << 40) + ((long long)minor << 20) + patch : -1;
}

/* Loads the newest hostfxr under a .NET folder. */
static HMODULE open_hostfxr(const wchar_t *root)
{
    wchar_t pattern[PATH_LENGTH];
    wchar_t best[PATH_LENGTH] = L"";
    long long newest = -1;
    WIN32_FIND_DATAW found;
    _snwprintf(pattern, PATH_LENGTH, L"%ls\\host\\fxr\\*", root);
    pattern[PATH_LENGTH - 1] = 0;
    HANDLE search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE) {
        return NULL;
    }

    do {
        long long version = version_of(found.cFileName);
        if (version > newest) {
            newest = version;
            _snwprintf(best, PATH_LENGTH, L"%ls\\host\\fxr\\%ls\\hostfxr.dll", root, found.cFileName);
            best[PATH_LENGTH - 1] = 0;
        }
    } while (FindNextFileW(search, &found));
    FindClose(search);
    return newest < 0 ? NULL : LoadLibraryExW(best, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
}

static bool installed_root(int which, wchar_t *root)
{
    DWORD size = PATH_LENGTH * sizeof(wchar_t);
    switch (which) {
        case 0:
            size = GetEnvironmentVariableW(L"DOTNET_ROOT", root, PATH_LENGTH);
            return size > 0 && size < PATH_LENGTH;
        case 1:
            return RegGetValueW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\dotnet\\Setup\\InstalledVersions\\x64", L"InstallLocation",
                RRF_RT_REG_SZ | RRF_SUBKEY_WOW6432KEY, NULL, root, &size) == ERROR_SUCCESS;
        default:
            size = GetEnvironmentVariableW(L"ProgramFiles", root, PATH_LENGTH - 8);
            if (size == 0 || size >= PATH_LENGTH - 8) {
                return false;
            }

            wcscat(root, L"\\dotnet");
            return true;
    }
}

/* Asks one hostfxr for the managed entry. */
static factory_function start(HMODULE hostfxr, const wchar_t *root, const wchar_t *folder)
{
    wchar_t config[PATH_LENGTH];
    wchar_t assembly[PATH_LENGTH];
    fxr_initialize initialize = (fxr_initialize)(void *)GetProcAddress(hostfxr, "hostfxr_initialize_for_runtime_config");
    fxr_get_delegate get_delegate = (fxr_get_delegate)(void *)GetProcAddress(hostfxr, "hostfxr_get_runtime_delegate");
    fxr_close close = (fxr_close)(void *)GetProcAddress(hostfxr, "hostfxr_close");
    fxr_set_error_writer set_writer = (fxr_set_error_writer)(void *)GetProcAddress(hostfxr, "hostfxr_set_error_writer");
    if (!initialize || !get_delegate || !close) {
        on_error(L"the hostfxr found is too old.");
        return NULL;
    }

    _snwprintf(config, PATH_LENGTH, L"%ls\\" MANAGED L".runtimeconfig.json", folder);
    _snwprintf(assembly, PATH_LENGTH, L"%ls\\" MANAGED L".dll", folder);
    config[PATH_LENGTH - 1] = assembly[PATH_LENGTH - 1] = 0;
    fxr_error_writer before = set_writer ? set_writer(on_error) : NULL;
    fxr_parameters parameters = { sizeof parameters, NULL, root };
    fxr_handle context = NULL;
    load_function load = NULL;
    void *entry = NULL;

    /* 0 = this call starts the runtime, 1 and 2 = it runs already. */
    int result = initialize(config, root ? &parameters : NULL, &context);
    if (result >= 0 && result <= 2 && get_delegate(context, LOAD_ASSEMBLY_AND_GET_FUNCTION, (void **)&load) == 0) {
        result = load(assembly, L"FaderStager.Vst3.Plugin.ModuleExports, " MANAGED, L"GetPluginFactory", UNMANAGED_CALLERS_ONLY, NULL, &entry);
        if (result != 0) {
            on_error(L"FaderStager.Vst3.dll could not be loaded.");
        }
    } else {
        on_error(L"the .NET found does not serve.");
    }

    if (context) {
        close(context);
    }

    if (set_writer) {
        set_writer(before);
    }

    return (factory_function)entry;
}

static factory_function find(void)
{
    wchar_t folder[PATH_LENGTH];
    wchar_t root[PATH_LENGTH + 8];
    if (!own_folder(folder)) {
        say(L"the folder of the plug-in could not be found.", L"");
        return NULL;
    }

    HMODULE running = GetModuleHandleW(L"hostfxr.dll");
    if (running) {
        factory_function found = start(running, NULL, folder);
        if (!found) {
            say(L"the .NET that runs in this host already does not serve FaderStager, and a process has room for one.", first_error);
        }

        return found;
    }

    bool any = false;
    _snwprintf(root, PATH_LENGTH, L"%ls\\dotnet", folder);
    root[PATH_LENGTH - 1] = 0;
    for (int which = -1; which < 3; which++) {
        HMODULE hostfxr = which < 0 || installed_root(which, root) ? open_hostfxr(root) : NULL;
        if (hostfxr) {
            any = true;
            factory_function found = start(hostfxr, root, folder);
            if (found) {
                return found;
            }

            FreeLibrary(hostfxr);
        }
    }

    say(any ? L"no .NET on this computer serves it." : L"there is no .NET runtime beside it and none installed (.NET 10, Desktop Runtime, x64).", first_error);
    return NULL;
}

EXPORT bool InitDll(void)
{
    return true;
}

EXPORT bool ExitDll(void)
{
    /* .NET stays in the process: it cannot be taken out. */
    return true;
}

EXPORT void *GetPluginFactory(void)
{
    AcquireSRWLockExclusive(&gate);
    if (!was_tried) {
        was_tried = true;
        factory = find();
    }

    ReleaseSRWLockExclusive(&gate);
    return factory ? factory() : NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        HMODULE pinned;
        this_module = instance;
        DisableThreadLibraryCalls(instance);

        /* The managed code holds pointers into this process for good; so this DLL stays as well. */
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (LPCWSTR)(void *)&DllMain, &pinned);
    }

    return TRUE;
}
