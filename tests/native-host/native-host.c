/* A host without .NET: loads the module as a DAW on Windows does, and plays a short script.

     native-host MODULE none [DLL...]         the module must give no factory, from two threads, and this program must live; the DLLs are
                                              loaded before it
     native-host MODULE factory               the module must give its factory
     native-host MODULE hold STOP             the same, and the module stays loaded until a file STOP is there
     native-host MODULE mix HINTS.json        eight tracks play a mix; their hints are written
     native-host MODULE editor HINTS.json STOP  the same with two editors open, until a file STOP is there
     native-host MODULE editor HINTS.json STOP OTHER  the same; every second track is an instance of the module OTHER

   The mix is the one of EightTrackMixTests in tests/FaderStager.Vst3.Tests, sample for sample. Exit code 0 = all as it must be. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "../../plugin/front/vst3.h"

enum { TRACKS = 8, FRAMES = 480, RATE = 48000, SECONDS = 10, PATIENCE_MS = 20000 };
enum { FOCAL = 1, APPROACH = 2, ROLE = 3, RELATIVE_LOUDNESS = 9, SUGGESTED_MOVE = 10, HINT = 11 };

static const struct {
    const char *name;
    int role;
    float amplitude;
    int first_second, last_second;
} parts[TRACKS] = {
    { "Lead Vocal", 1, 0.25f, 0, SECONDS },
    { "Kick", 4, 0.5f, 0, SECONDS },
    { "Snare", 5, 0.125f, 0, SECONDS },
    { "Bass", 3, 0.375f, 0, SECONDS },
    { "Rhythm Guitar", 11, 0.75f, 0, SECONDS },
    { "Piano", 13, 0.03125f, 2, SECONDS },
    { "Pad", 15, 0.0625f, 0, 6 },
    { "Backing Vocals", 2, 0.1875f, 5, SECONDS },
};

static struct track {
    struct component *component;
    struct processor *processor;
    struct controller *controller;
    struct handler handler;
    struct view *view;
    HWND window;
    uint32_t noise;
} tracks[TRACKS];

static void fail(const char *what)
{
    fprintf(stderr, "native-host: %s\n", what);
    fflush(stderr);
    ExitProcess(1);
}

static void check(int is_true, const char *what)
{
    if (!is_true)
        fail(what);
}

/* The host's handler. */

static int32_t handler_query(struct handler *self, const GUID *id, void **result)
{
    int is_known = IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_ComponentHandler);
    *result = is_known ? self : NULL;
    return is_known ? kResultOk : (int32_t)0x80004002;
}

static uint32_t handler_count(struct handler *self)
{
    (void)self;
    return 1;
}

static int32_t handler_note(struct handler *self, uint32_t id)
{
    (void)self, (void)id;
    return kResultOk;
}

static int32_t handler_perform(struct handler *self, uint32_t id, double value)
{
    (void)id, (void)value;
    self->thread = GetCurrentThreadId();
    InterlockedIncrement(&self->performed);
    return kResultOk;
}

static int32_t handler_restart(struct handler *self, int32_t flags)
{
    (void)self, (void)flags;
    return kResultOk;
}

static const struct handler_table handler_calls = {
    handler_query, handler_count, handler_count, handler_note, handler_perform, handler_note, handler_restart,
};

/* A host's message loop, for some time or until something holds. */
static void pump(DWORD milliseconds)
{
    DWORD start = GetTickCount();
    MSG message;
    do {
        while (PeekMessageW(&message, NULL, 0, 0, PM_REMOVE)) {
            TranslateMessage(&message);
            DispatchMessageW(&message);
        }
        MsgWaitForMultipleObjects(0, NULL, FALSE, 10, QS_ALLINPUT);
    } while (GetTickCount() - start < milliseconds);
}

static void set(struct track *track, uint32_t id, double plain)
{
    double normalized = track->controller->calls->plainParamToNormalized(track->controller, id, plain);
    check(track->controller->calls->setParamNormalized(track->controller, id, normalized) == kResultOk, "a parameter is refused");
}

static void text_of(struct track *track, uint32_t id, WCHAR text[128])
{
    double value = track->controller->calls->getParamNormalized(track->controller, id);
    check(track->controller->calls->getParamStringByValue(track->controller, id, value, text) == kResultOk, "a parameter has no text");
}

static void create(struct factory *factory, struct track *track, int index)
{
    struct class_info info;
    check(factory->calls->countClasses(factory) == 1 && factory->calls->getClassInfo(factory, 0, &info) == kResultOk, "the factory has no class");
    check(strcmp(info.name, "FaderStager") == 0 && strcmp(info.category, "Audio Module Class") == 0, "the class is another one");
    check(factory->calls->createInstance(factory, info.id, &IID_Component, (void **)&track->component) == kResultOk, "no instance");
    check(track->component->calls->initialize(track->component, NULL) == kResultOk, "an instance does not initialize");
    check(track->component->calls->queryInterface(track->component, &IID_AudioProcessor, (void **)&track->processor) == kResultOk, "no processor");
    check(track->component->calls->queryInterface(track->component, &IID_EditController, (void **)&track->controller) == kResultOk, "no controller");
    track->handler.calls = &handler_calls;
    check(track->controller->calls->setComponentHandler(track->controller, &track->handler) == kResultOk, "no handler is wanted");

    uint64_t input = kSpeakerStereo, output = kSpeakerStereo;
    struct process_setup setup = { 0, 0, FRAMES, RATE };
    check(track->processor->calls->setBusArrangements(track->processor, &input, 1, &output, 1) == kResultOk, "stereo is refused");
    check(track->processor->calls->setupProcessing(track->processor, &setup) == kResultOk, "the set-up is refused");
    check(track->component->calls->setActive(track->component, 1) == kResultOk, "an instance does not become active");
    track->processor->calls->setProcessing(track->processor, 1);
    track->noise = (uint32_t)index + 1;
    set(track, ROLE, parts[index].role);
}

static void destroy(struct track *track)
{
    track->processor->calls->setProcessing(track->processor, 0);
    track->component->calls->setActive(track->component, 0);
    track->controller->calls->setComponentHandler(track->controller, NULL);
    track->component->calls->terminate(track->component);
    track->controller->calls->release(track->controller);
    track->processor->calls->release(track->processor);
    check(track->component->calls->release(track->component) == 0, "an instance is held by someone");
}

/* One block of a track: noise while it plays, silence else. It comes out as it went in. */
static void process(struct track *track, int index, int64_t position, int is_playing)
{
    static float samples[2][FRAMES], results[2][FRAMES];
    float *in[2] = { samples[0], samples[1] }, *out[2] = { results[0], results[1] };
    struct bus_buffers input = { 2, 0, in }, output = { 2, 0, out };
    struct process_context context = { is_playing ? kPlaying : 0, RATE, position, { 0 } };
    struct process_data data = { 0, 0, FRAMES, 1, 1, &input, &output, NULL, NULL, NULL, NULL, &context };
    int is_heard = is_playing && position >= (int64_t)parts[index].first_second * RATE && position < (int64_t)parts[index].last_second * RATE;
    for (int i = 0; i < FRAMES; i++) {
        track->noise = track->noise * 1664525u + 1013904223u;
        samples[0][i] = samples[1][i] = is_heard ? (float)(int32_t)track->noise * (1.0f / 2147483648.0f) * parts[index].amplitude : 0.0f;
    }
    check(track->processor->calls->process(track->processor, &data) == kResultOk, "a block is refused");
    check(memcmp(samples, results, sizeof samples) == 0, "a block with the fader at 0 dB is changed");
}

static void play(void)
{
    for (int64_t position = 0; position < (int64_t)SECONDS * RATE; position += FRAMES) {
        for (int i = 0; i < TRACKS; i++)
            process(&tracks[i], i, position, 1);
        /* Ten times as fast as a song plays: the worker has its turns meanwhile. */
        if (position % RATE == 0)
            pump(100);
    }
    for (int i = 0; i < TRACKS; i++)
        process(&tracks[i], i, (int64_t)SECONDS * RATE, 0);
}

/* The readings of all tracks as the tests on Linux write them. */
static void write_hints(char *json, size_t room, const char *approach)
{
    WCHAR relative[128], move[128], hint[128];
    for (int i = 0; i < TRACKS; i++) {
        text_of(&tracks[i], RELATIVE_LOUDNESS, relative);
        text_of(&tracks[i], SUGGESTED_MOVE, move);
        text_of(&tracks[i], HINT, hint);
        size_t used = strlen(json);
        snprintf(json + used, room - used, "{ \"approach\": \"%s\", \"track\": \"%s\", \"relativeLu\": \"%ls\", \"moveDb\": \"%ls\", \"hint\": \"%ls\" }\n",
            approach, parts[i].name, relative, move, hint);
    }
}

/* Reads until nothing changes for two seconds: a reading comes with the worker's next turn. */
static void settle(char *json, size_t room, const char *approach)
{
    static char now[8192];
    size_t before = strlen(json);
    DWORD start = GetTickCount(), since = start;
    char last[8192] = "";
    do {
        pump(100);
        now[0] = 0;
        write_hints(now, sizeof now, approach);
        if (strcmp(now, last) != 0) {
            strcpy(last, now);
            since = GetTickCount();
        }
    } while (GetTickCount() - since < 2000 && GetTickCount() - start < PATIENCE_MS);
    snprintf(json + before, room - before, "%s", now);
}

static LRESULT CALLBACK on_message(HWND window, UINT message, WPARAM wide, LPARAM narrow)
{
    return DefWindowProcW(window, message, wide, narrow);
}

static void open_editor(struct track *track, int x, int y, const WCHAR *title)
{
    struct view_rect size;
    track->view = track->controller->calls->createView(track->controller, "editor");
    check(track->view != NULL, "there is no editor");
    check(track->view->calls->isPlatformTypeSupported(track->view, "HWND") == kResultOk, "the editor wants no window");
    check(track->view->calls->getSize(track->view, &size) == kResultOk && size.right > 0 && size.bottom > 0, "the editor has no size");
    RECT outer = { 0, 0, size.right, size.bottom };
    AdjustWindowRect(&outer, WS_OVERLAPPEDWINDOW, FALSE);
    track->window = CreateWindowExW(0, L"native-host", title, WS_OVERLAPPEDWINDOW | WS_CLIPCHILDREN, x, y, outer.right - outer.left, outer.bottom - outer.top, NULL, NULL, GetModuleHandleW(NULL), NULL);
    ShowWindow(track->window, SW_SHOW);
    check(track->view->calls->attached(track->view, track->window, "HWND") == kResultOk, "the editor does not open");
    check(GetWindow(track->window, GW_CHILD) != NULL, "the editor is not in the window");
}

static void close_editor(struct track *track)
{
    check(track->view->calls->removed(track->view) == kResultOk, "the editor does not close");
    check(GetWindow(track->window, GW_CHILD) == NULL, "the editor is still in the window");
    check(track->view->calls->release(track->view) == 0, "the view is held by someone");
    DestroyWindow(track->window);
}

/* A focal that moves is told to the host of the one before by its handler, with nothing but the message loop running. */
static void move_focal(void)
{
    LONG before = tracks[0].handler.performed;
    set(&tracks[1], FOCAL, 1);
    for (int i = 0; i < 40 && tracks[0].handler.performed == before; i++)
        pump(50);
    check(tracks[0].handler.performed > before, "another track's edit does not reach the handler");
    check(tracks[0].handler.thread == GetCurrentThreadId(), "an edit comes on another thread");
    set(&tracks[0], FOCAL, 1);
    pump(300);
}

typedef void *(*get_factory)(void);

static DWORD WINAPI ask(LPVOID function)
{
    return ((get_factory)function)() != NULL;
}

/* A second install of the plug-in, in the same process. */
static struct factory *factory_of(const WCHAR *path)
{
    HMODULE module = LoadLibraryW(path);
    get_factory get = module ? (get_factory)(void *)GetProcAddress(module, "GetPluginFactory") : NULL;
    struct factory *factory = get ? get() : NULL;
    check(factory != NULL, "the other module gives no factory");
    return factory;
}

int wmain(int count, WCHAR **arguments)
{
    check(count >= 3, "usage: native-host MODULE none [DLL...] | factory | hold STOP | mix HINTS.json | editor HINTS.json STOP [OTHER]");
    for (int i = 3; i < count && wcscmp(arguments[2], L"none") == 0; i++)
        check(LoadLibraryExW(arguments[i], NULL, LOAD_WITH_ALTERED_SEARCH_PATH) != NULL, "a DLL that others would have loaded cannot be");
    /* Wine 8 refused a module that was written just before, once in about a thousand runs. Nothing of the module has run then. */
    HMODULE module = LoadLibraryW(arguments[1]);
    for (int attempt = 0; module == NULL && attempt < 3; attempt++) {
        fprintf(stderr, "native-host: the module is not loaded (error %lu)\n", GetLastError());
        Sleep(500);
        module = LoadLibraryW(arguments[1]);
    }
    check(module != NULL, "the module cannot be loaded");
    unsigned char (*init)(void) = (unsigned char (*)(void))(void *)GetProcAddress(module, "InitDll");
    unsigned char (*exit_module)(void) = (unsigned char (*)(void))(void *)GetProcAddress(module, "ExitDll");
    get_factory get = (get_factory)(void *)GetProcAddress(module, "GetPluginFactory");
    check(init && exit_module && get && init(), "the module does not start");

    if (wcscmp(arguments[2], L"none") == 0) {
        HANDLE thread = CreateThread(NULL, 0, ask, (LPVOID)(void *)get, 0, NULL);
        check(get() == NULL, "there is a factory");
        DWORD had_one = 1;
        WaitForSingleObject(thread, INFINITE);
        GetExitCodeThread(thread, &had_one);
        check(!had_one, "there is a factory for another thread");
        exit_module();
        FreeLibrary(module);
        puts("no factory, and the host lives");
        return 0;
    }

    if (wcscmp(arguments[2], L"factory") == 0 || (wcscmp(arguments[2], L"hold") == 0 && count >= 4)) {
        struct factory *factory = get();
        check(factory != NULL, "there is no factory");
        check(factory->calls->countClasses(factory) == 1, "the factory has no class");
        if (count >= 4) {
            puts("held");
            fflush(stdout);
            for (int i = 0; i < 600 && GetFileAttributesW(arguments[3]) == INVALID_FILE_ATTRIBUTES; i++)
                Sleep(200);
        }
        factory->calls->release(factory);
        exit_module();
        FreeLibrary(module);
        puts("a factory");
        return 0;
    }

    check(count >= 4, "a file for the hints is missing");
    int has_editor = wcscmp(arguments[2], L"editor") == 0 && count >= 5;
    WNDCLASSW window_class = { 0, on_message, 0, 0, GetModuleHandleW(NULL), NULL, LoadCursorW(NULL, (LPCWSTR)IDC_ARROW), (HBRUSH)(COLOR_WINDOW + 1), NULL, L"native-host" };
    RegisterClassW(&window_class);
    DWORD started = GetTickCount();
    struct factory *factory = get();
    check(factory != NULL, "there is no factory");
    printf("factory after %lu ms\n", (unsigned long)(GetTickCount() - started));
    fflush(stdout);
    struct factory *other = count >= 6 ? factory_of(arguments[5]) : factory;
    for (int i = 0; i < TRACKS; i++)
        create(i % 2 == 0 ? factory : other, &tracks[i], i);
    set(&tracks[0], FOCAL, 1);
    play();
    static char json[16384];
    settle(json, sizeof json, "top-down");
    set(&tracks[0], APPROACH, 1);
    settle(json, sizeof json, "bottom-up");
    FILE *file = _wfopen(arguments[3], L"wb");
    check(file != NULL, "the hints cannot be written");
    fputs(json, file);
    fclose(file);
    set(&tracks[0], APPROACH, 0);
    move_focal();
    puts("mix played, focal moved and back");
    fflush(stdout);

    if (has_editor) {
        started = GetTickCount();
        open_editor(&tracks[0], 40, 40, L"Lead Vocal - native host");
        printf("editor after %lu ms\n", (unsigned long)(GetTickCount() - started));
        open_editor(&tracks[5], 40, 700, L"Piano - native host");
        puts("editors open");
        fflush(stdout);
        for (int i = 0; i < 600 && GetFileAttributesW(arguments[4]) == INVALID_FILE_ATTRIBUTES; i++)
            pump(200);
        struct view_rect size = { 0, 0, 1200, 640 };
        check(tracks[0].view->calls->onSize(tracks[0].view, &size) == kResultOk, "the editor takes no size");
        RECT inner;
        GetClientRect(GetWindow(tracks[0].window, GW_CHILD), &inner);
        check(inner.right == 1200 && inner.bottom == 640, "the editor has another size");
        close_editor(&tracks[0]);
        close_editor(&tracks[5]);
        open_editor(&tracks[0], 40, 40, L"Again");
        pump(200);
        close_editor(&tracks[0]);
        puts("editors closed, one opened again and closed");
    }

    for (int i = 0; i < TRACKS; i++)
        destroy(&tracks[i]);
    factory->calls->release(factory);
    if (other != factory)
        other->calls->release(other);
    check(exit_module(), "the module does not end");
    FreeLibrary(module);
    puts("done");
    return 0;
}
