#include "module.h"

#include <wchar.h>

/* An address inside this DLL. */
static const char here = 0;

bool module_folder(WCHAR folder[LONGEST_FOLDER])
{
    HMODULE self = NULL;
    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, (LPCWSTR)(const void *)&here, &self))
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

void module_stay_loaded(void)
{
    HMODULE self;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, (LPCWSTR)(const void *)&here, &self);
}
