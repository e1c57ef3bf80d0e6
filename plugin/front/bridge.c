#include <stdio.h>

#include "parts.h"
#include "log.h"
#include "module.h"
#include "runtime.h"

#define BRIDGE L"FaderStagerBridge"

/* The runtime that the setup puts into FaderStager's own bundle, which stands beside this one. */
#define RUNTIME_BESIDE L"..\\..\\..\\FaderStager.vst3\\Contents\\x86_64-win\\runtime"

typedef struct factory *(*get_factory)(void);
typedef bool (*init_module)(void);

static bool was_tried;
static get_factory get;

static void refuse(const WCHAR *folder, const WCHAR *what, DWORD error)
{
    static WCHAR sentence[LONGEST_SENTENCE];
    _snwprintf(sentence, LONGEST_SENTENCE - 1, L"FaderStager's AudioPlugSharp edition did not load, because %ls\\" BRIDGE L".vst3 %ls (error %lu): "
        L"install it again, and Microsoft's Visual C++ Redistributable (x64), which AudioPlugSharp needs.", folder, what, (unsigned long)error);
    sentence[LONGEST_SENTENCE - 1] = 0;
    log_sentence(sentence);
}

static void load(const WCHAR *folder)
{
    static WCHAR path[LONGEST_FOLDER + 64];
    _snwprintf(path, LONGEST_FOLDER + 63, L"%ls\\" BRIDGE L".vst3", folder);
    DWORD mode_before = 0;
    BOOL has_mode = SetThreadErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX, &mode_before);
    HMODULE bridge = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    DWORD error = GetLastError();
    if (has_mode)
        SetThreadErrorMode(mode_before, NULL);
    if (!bridge) {
        refuse(folder, L"cannot be loaded", error);
        return;
    }
    init_module init = (init_module)(void *)GetProcAddress(bridge, "InitDll");
    get = (get_factory)(void *)GetProcAddress(bridge, "GetPluginFactory");
    if (!get || (init && !init())) {
        refuse(folder, L"is no bridge of AudioPlugSharp's", 0);
        get = NULL;
    }
}

bool bridge_load(void)
{
    static WCHAR folder[LONGEST_FOLDER], sentence[LONGEST_SENTENCE];
    if (was_tried)
        return get != NULL;
    was_tried = true;
    if (!module_folder(folder)) {
        log_sentence(L"FaderStager did not load, because the path of its folder is too long: install it in another folder.");
        return false;
    }
    /* The bridge would start .NET by itself, and where it cannot, it ends the host. */
    const struct runtime_target target = { folder, BRIDGE, L"FaderStager.dll", NULL, NULL, RUNTIME_BESIDE };
    void *nothing = NULL;
    if (!runtime_start(&target, &nothing, sentence)) {
        log_sentence(sentence);
        return false;
    }
    module_stay_loaded();
    load(folder);
    return get != NULL;
}

struct factory *bridge_new_factory(void)
{
    static bool was_told;
    struct factory *factory = get ? get() : NULL;
    if (!factory && !was_told) {
        was_told = true;
        log_sentence(L"FaderStager's AudioPlugSharp edition did not start: AudioPlugSharp's own log in %APPDATA%\\AudioPlugSharp says why.");
    }
    return factory;
}
