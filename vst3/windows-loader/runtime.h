/* Finds a .NET that can run the plug-in, starts it or joins it, and fetches one managed function. */
#ifndef FADERSTAGER_RUNTIME_H
#define FADERSTAGER_RUNTIME_H

#include <windows.h>

#define LONGEST_SENTENCE 2048

/* What is to run. Folders have no last backslash. */
struct runtime_target {
    const WCHAR *folder;         /* where the module and the managed assemblies stand */
    const WCHAR *config;         /* the runtime configuration there, without ".runtimeconfig.json" */
    const WCHAR *assembly;       /* the assembly there */
    const WCHAR *type;           /* "Type, Assembly" of the managed function; NULL: .NET is started and nothing called */
    const WCHAR *method;         /* its name: UnmanagedCallersOnly */
    const WCHAR *runtime_beside; /* a second private runtime, seen from the folder, or NULL */
};

/* Looks for .NET in this order: one that runs in this process, a private one in FOLDER\runtime, the one beside, an installed one.
   entry: the managed function, where one is wanted.
   sentence: why there is none and what to do, when the answer is FALSE.
   [ui] The caller lets one thread in at a time. */
BOOL runtime_start(const struct runtime_target *target, void **entry, WCHAR sentence[LONGEST_SENTENCE]);

#endif
