/*
 * What a host on Linux loads: picks the build of FaderStager that suits this processor and hands the host's calls on.
 *
 * The builds lie beside this file, FaderStager.v4.so, .v3.so and .v2.so, named after the levels of x86-64. A build that asks for more than
 * the processor has would end the host when its runtime starts, so none is tried that does. With none left the host
 * lives and gets no factory, and a line in FaderStager's log and on standard error says what the system's loader said of each.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* A sentence of the loader's holds two paths at most. */
#define LONGEST_REASON (3 * PATH_MAX)
#define LONGEST_LINE (4 * LONGEST_REASON)

/* Of a file this large no more is written: the plug-in itself makes room in it. */
#define LARGEST_LOG_BYTES (128 * 1024)

#define EXPORT __attribute__((visibility("default")))

static void *library;
static char reasons[LONGEST_LINE - 256];

/* Keeps what the loader said, without what would write on a terminal. */
static void note_reason(const char *level, const char *said)
{
    size_t used = strlen(reasons);
    snprintf(reasons + used, sizeof reasons - used, "%s%s: %s", used ? "; " : "", level, said ? said : "no reason given");
    for (char *c = reasons + used; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 127) {
            *c = ' ';
        }
    }
}

/* The log's folder: $XDG_STATE_HOME/FaderStager or ~/.local/state/FaderStager, as the plug-in's own. */
static FILE *open_log(void)
{
    char path[PATH_MAX];
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    int length;
    if (state && state[0] == '/') {
        length = snprintf(path, sizeof path, "%s/FaderStager", state);
    } else if (home && home[0] == '/') {
        length = snprintf(path, sizeof path, "%s/.local/state/FaderStager", home);
    } else {
        return NULL;
    }

    if (length <= 0 || length >= (int)sizeof path - 16) {
        return NULL;
    }

    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }

    mkdir(path, 0700);
    strcat(path, "/log.txt");
    struct stat known;
    return stat(path, &known) == 0 && known.st_size >= LARGEST_LOG_BYTES ? NULL : fopen(path, "ae");
}

/* One line, once: a host that scans asks again and again. */
static void tell(void)
{
    static bool is_told;
    if (is_told) {
        return;
    }

    is_told = true;
    char line[LONGEST_LINE], at[32] = "";
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local)) {
        strftime(at, sizeof at, "%Y-%m-%d %H:%M:%S", &local);
    }

    snprintf(line, sizeof line, "%s  FaderStager in %s: not loaded. %s\n", at, program_invocation_short_name,
        reasons[0] ? reasons : "No build suits this processor: it needs x86-64-v2.");
    fputs(line, stderr);
    FILE *log = open_log();
    if (log) {
        fputs(line, log);
        fclose(log);
    }
}

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
        note_reason(level, "its path is too long");
        return NULL;
    }

    void *found = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!found) {
        note_reason(level, dlerror());
    }

    return found;
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
    if (!found) {
        tell();
    }

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
