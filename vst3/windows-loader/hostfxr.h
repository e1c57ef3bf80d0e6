/* What the loader uses of .NET's published hosting interface:
   https://learn.microsoft.com/dotnet/core/tutorials/netcore-hosting and the runtime's docs/design/features/native-hosting.md. */
#ifndef FADERSTAGER_HOSTFXR_H
#define FADERSTAGER_HOSTFXR_H

#include <stdint.h>
#include <windows.h>

/* Answers of hostfxr_initialize_for_runtime_config. All of them are >= 0 when there is a context to work with. */
#define HOSTFXR_STARTED_NEW 0
#define HOSTFXR_ALREADY_RUNNING 1
#define HOSTFXR_ALREADY_RUNNING_OTHER_PROPERTIES 2
#define HOSTFXR_FRAMEWORK_MISSING ((int32_t)0x80008096)
#define HOSTFXR_INCOMPATIBLE ((int32_t)0x800080a5)

/* hostfxr_delegate_type: load_assembly_and_get_function_pointer. */
#define HOSTFXR_LOAD_ASSEMBLY_AND_GET_FUNCTION_POINTER 5

/* In place of a delegate's type name: the method is marked UnmanagedCallersOnly. */
#define HOSTFXR_UNMANAGED_CALLERS_ONLY ((const WCHAR *)-1)

typedef void *hostfxr_context;

struct hostfxr_initialize_parameters {
    size_t size;
    const WCHAR *host_path;
    const WCHAR *dotnet_root;
};

typedef int32_t(__cdecl *hostfxr_initialize_for_runtime_config_fn)(const WCHAR *config, const struct hostfxr_initialize_parameters *parameters, hostfxr_context *context);
typedef int32_t(__cdecl *hostfxr_get_runtime_delegate_fn)(hostfxr_context context, int type, void **function);
typedef int32_t(__cdecl *hostfxr_close_fn)(hostfxr_context context);
typedef void(__cdecl *hostfxr_error_writer_fn)(const WCHAR *message);
typedef hostfxr_error_writer_fn(__cdecl *hostfxr_set_error_writer_fn)(hostfxr_error_writer_fn writer);

typedef int(__stdcall *load_assembly_and_get_function_pointer_fn)(
    const WCHAR *assembly_path, const WCHAR *type_name, const WCHAR *method_name, const WCHAR *delegate_type_name, void *reserved, void **function);

#endif
