/* The module that a host loads on Windows: FaderStager.vst3/Contents/x86_64-win/FaderStager.vst3.

   It holds no part of the plug-in. When the host asks for the factory it finds or starts .NET (runtime.c), calls the managed
   side once, and hands the factory over; from then on the host calls managed code directly. Nothing that goes wrong here is
   the host's problem: it gets no factory, and the log file (log.c) says why. */

#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>
#include <windows.h>

#include "log.h"
#include "runtime.h"

#define LONGEST_FOLDER 2048

/* The same as LoaderCall in the managed part. */
struct loader_call {
    uint32_t size;
    void (*log)(const WCHAR *sentence);
    void *factory;
};

typedef int (*entry_point)(struct loader_call *call);

/* Hosts may scan on several threads. The first one does the work, and what came of it holds: a failure too, so that a host
   that asks again and again leaves one line in the log and not a thousand. */
static SRWLOCK gate = SRWLOCK_INIT;
static bool was_tried;
static entry_point entry;

/* Where this DLL stands, whatever it is called and however the host found it. */
static bool own_folder(WCHAR folder[LONGEST_FOLDER])
{
    HMODULE self = NULL;
    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, (LPCWSTR)(void *)&gate, &self))
        return false;
    DWORD length = GetModuleFileNameW(self, folder, LONGEST_FOLDER);
    if (length == 0 || length >= LONGEST_FOLDER)
        return false;
    WCHAR *last = wcsrchr(folder, L'\\');
    if (!last)
        return false;
    *last = 0;
    return true;
}

/* .NET cannot be taken out of a process again, and the managed part keeps the address of log_sentence. */
static void stay_loaded(void)
{
    HMODULE self;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, (LPCWSTR)(void *)&gate, &self);
}

static void find_entry(void)
{
    static WCHAR folder[LONGEST_FOLDER];
    static WCHAR sentence[LONGEST_SENTENCE];
    if (!own_folder(folder)) {
        log_sentence(L"FaderStager did not load, because the path of its folder is too long: install it in another folder.");
        return;
    }
    entry = (entry_point)runtime_entry_point(folder, sentence);
    if (entry)
        stay_loaded();
    else
        log_sentence(sentence);
}

__declspec(dllexport) bool InitDll(void)
{
    /* Not the place to start .NET: a host that only looks at the file pays nothing. */
    return true;
}

__declspec(dllexport) bool ExitDll(void)
{
    return true;
}

__declspec(dllexport) void *GetPluginFactory(void)
{
    struct loader_call call = { sizeof call, log_sentence, NULL };
    AcquireSRWLockExclusive(&gate);
    if (!was_tried) {
        was_tried = true;
        find_entry();
    }
    /* The managed side has told the log itself when it fails; it would fail again. */
    if (entry && entry(&call) != 0)
        entry = NULL;
    ReleaseSRWLockExclusive(&gate);
    return call.factory;
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        DisableThreadLibraryCalls(self);
    return TRUE;
}
