/*
 * What a host on Linux loads: picks the build of FaderStager that suits this processor and hands the host's calls on.
 *
 * The builds lie beside this file, FaderStager.v4.so, .v3.so and .v2.so, named after the levels of x86-64. A build that asks for more than
 * the processor has would end the host when its runtime starts, so none is tried that does. With none left the host
 * lives and gets no factory.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

static void *library;

static void *open_level(const char *level)
{
    Dl_info here;
    char path[PATH_MAX];
    if (!dladdr((void *)open_level, &here) || !here.dli_fname) {
        return NULL;
    }

    const char *slash = strrchr(here.dli_fname, '/');
    int folder = slash ? (int)(slash - here.dli_fname + 1) : 0;
    int length = snprintf(path, sizeof path, "%.*sFaderStager.%s.so", folder, here.dli_fname, level);
    if (length <= 0 || length >= (int)sizeof path) {
        return NULL;
    }

    void *build = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!build) {
        /* A host says no more than that the module has no factory. */
        fprintf(stderr, "FaderStager: %s\n", dlerror());
    }

    return build;
}

static void *open_best(void)
{
    void *found = NULL;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v4")) {
        found = open_level("v4");
    }

    if (!found && __builtin_cpu_supports("x86-64-v3")) {
        found = open_level("v3");
    }

    if (!found && __builtin_cpu_supports("x86-64-v2")) {
        found = open_level("v2");
    }
#else
    found = open_level("base");
#endif
    return found;
}

EXPORT bool ModuleEntry(void *handle)
{
    if (!library) {
        library = open_best();
    }

    bool (*entry)(void *) = library ? (bool (*)(void *))dlsym(library, "ModuleEntry") : NULL;
    return entry && entry(handle);
}

EXPORT bool ModuleExit(void)
{
    /* The runtime stays: it cannot be taken out of a process. */
    bool (*leave)(void) = library ? (bool (*)(void))dlsym(library, "ModuleExit") : NULL;
    return !leave || leave();
}

EXPORT void *GetPluginFactory(void)
{
    if (!library) {
        library = open_best();
    }

    void *(*factory)(void) = library ? (void *(*)(void))dlsym(library, "GetPluginFactory") : NULL;
    return factory ? factory() : NULL;
}

/* Counts of the build's own runtime: see ModuleCounters.cs. */
EXPORT int FaderStagerCounters(long long *values, int capacity)
{
    int (*counters)(long long *, int) = library ? (int (*)(long long *, int))dlsym(library, "FaderStagerCounters") : NULL;
    return counters ? counters(values, capacity) : 0;
}
