/* Finds a .NET that can run the plug-in, starts it or joins it, and fetches one managed function. */
#ifndef FADERSTAGER_RUNTIME_H
#define FADERSTAGER_RUNTIME_H

#include <windows.h>

#define LONGEST_SENTENCE 2048

/* Looks for .NET in this order: one that runs in this process, a private one in FOLDER\runtime, an installed one.
   folder: where the loader and the managed assemblies stand, without a last backslash.
   sentence: why there is none and what to do, when the answer is NULL.
   Returns the managed entry point: UnmanagedCallersOnly, int (struct loader_call *).
   [ui] The caller lets one thread in at a time. */
void *runtime_entry_point(const WCHAR *folder, WCHAR sentence[LONGEST_SENTENCE]);

#endif
