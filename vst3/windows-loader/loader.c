/* The module that a host loads on Windows: FaderStager.vst3/Contents/x86_64-win/FaderStager.vst3.

   It holds no part of the plug-in. When the host asks for the factory it finds or starts .NET (runtime.c), calls the managed
   side once, and hands the factory over; from then on the host calls managed code directly. Nothing that goes wrong here is
   the host's problem: it gets no factory, and the log file (log.c) says why. */

#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>
#include <windows.h>

#include "log.h"
#include "module.h"
#include "runtime.h"

#define ASSEMBLY L"FaderStager.Vst3.Windows"

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

static void find_entry(void)
{
    static WCHAR folder[LONGEST_FOLDER];
    static WCHAR sentence[LONGEST_SENTENCE];
    if (!module_folder(folder)) {
        log_sentence(L"FaderStager did not load, because the path of its folder is too long: install it in another folder.");
        return;
    }
    const struct runtime_target target = { folder, ASSEMBLY, ASSEMBLY L".dll", ASSEMBLY L".LoaderEntry, " ASSEMBLY, L"GetPluginFactory", NULL };
    void *function = NULL;
    if (!runtime_start(&target, &function, sentence)) {
        log_sentence(sentence);
        return;
    }
    entry = (entry_point)function;
    module_stay_loaded();
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
