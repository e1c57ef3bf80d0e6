/* The hostfxr of a .NET that another plug-in has started, as a newer plug-in meets it: nothing of a newer one can be had from it. */

#include <stdint.h>
#include <stddef.h>

typedef void (*error_writer)(const wchar_t *);
static error_writer writer;

__declspec(dllexport) error_writer hostfxr_set_error_writer(error_writer next)
{
    error_writer before = writer;
    writer = next;
    return before;
}

__declspec(dllexport) int32_t hostfxr_initialize_for_runtime_config(const wchar_t *config, const void *parameters, void **context)
{
    (void)config, (void)parameters;
    *context = NULL;
    if (writer)
        writer(L"The framework is incompatible with the previously loaded version.");
    return (int32_t)0x800080a5;
}

__declspec(dllexport) int32_t hostfxr_get_runtime_delegate(void *context, int32_t type, void **function)
{
    (void)context, (void)type;
    *function = NULL;
    return (int32_t)0x800080a3;
}

__declspec(dllexport) int32_t hostfxr_close(void *context)
{
    (void)context;
    return 0;
}
