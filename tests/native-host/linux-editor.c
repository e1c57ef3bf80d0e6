/* A host in C for the module on Linux: opens and closes the editor in a window of its own, on a run loop by poll.

     linux-editor MODULE TIMES      needs an X server (DISPLAY); without one it makes the plug-in and ends it

   Made for memory checkers, which see what a runtime of .NET around the module would hide: see tests/valgrind.sh. Exit code 0 = all as it must be. */

#include <dlfcn.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xcb/xcb.h>

enum { MOST = 16, TURNS = 10, WIDTH = 1000, HEIGHT = 640, PATIENCE_MS = 5 };

/* Places in the interface's tables; every table begins with query, addRef, release. */
enum { QUERY = 0, ADD_REF = 1, RELEASE = 2 };
enum { FACTORY_CLASS_INFO = 5, FACTORY_CREATE = 6, BASE_INITIALIZE = 3, BASE_TERMINATE = 4, CONTROLLER_CREATE_VIEW = 17 };
enum { VIEW_ATTACHED = 4, VIEW_REMOVED = 5, VIEW_ON_SIZE = 10, VIEW_SET_FRAME = 12, HANDLER_CALL = 3 };

typedef struct { void **calls; } object;
typedef int32_t (*query)(void *self, const char *id, void **result);
typedef uint32_t (*counting)(void *self);

static struct { object *handler; int file; } watches[MOST];
static object *timers[MOST];
static int watch_count, timer_count;

static char id_loop[16], id_frame[16];
static struct { object frame, loop; } host;

static void fail(const char *what)
{
    fprintf(stderr, "linux-editor: %s\n", what);
    exit(1);
}

static void write_id(char id[16], uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    uint32_t words[4] = { a, b, c, d };
    for (int i = 0; i < 16; i++)
        id[i] = (char)(words[i / 4] >> (24 - 8 * (i % 4)));
}

static uint32_t count(object *self, int which)
{
    return ((counting)self->calls[which])(self);
}

static int32_t host_query(void *self, const char *id, void **result)
{
    (void)self;
    *result = !memcmp(id, id_loop, 16) ? &host.loop : !memcmp(id, id_frame, 16) ? &host.frame : NULL;
    return *result ? 0 : -1;
}

static uint32_t host_count(void *self)
{
    (void)self;
    return 1;
}

static int32_t resize_view(void *self, object *view, int32_t *size)
{
    (void)self;
    return ((int32_t (*)(void *, int32_t *))view->calls[VIEW_ON_SIZE])(view, size);
}

static int32_t register_event(void *self, object *handler, int file)
{
    (void)self;
    if (watch_count == MOST)
        return 1;
    count(handler, ADD_REF);
    watches[watch_count].handler = handler;
    watches[watch_count++].file = file;
    return 0;
}

static int32_t unregister_event(void *self, object *handler)
{
    (void)self;
    for (int i = 0; i < watch_count; i++)
        if (watches[i].handler == handler) {
            watches[i] = watches[--watch_count];
            count(handler, RELEASE);
            return 0;
        }
    return 1;
}

static int32_t register_timer(void *self, object *handler, uint64_t milliseconds)
{
    (void)self;
    (void)milliseconds;
    if (timer_count == MOST)
        return 1;
    count(handler, ADD_REF);
    timers[timer_count++] = handler;
    return 0;
}

static int32_t unregister_timer(void *self, object *handler)
{
    (void)self;
    for (int i = 0; i < timer_count; i++)
        if (timers[i] == handler) {
            timers[i] = timers[--timer_count];
            count(handler, RELEASE);
            return 0;
        }
    return 1;
}

static void *frame_calls[] = { host_query, host_count, host_count, resize_view };
static void *loop_calls[] = { host_query, host_count, host_count, register_event, unregister_event, register_timer, unregister_timer };

static void turn(void)
{
    for (int i = 0; i < watch_count; i++) {
        struct pollfd file = { watches[i].file, POLLIN, 0 };
        object *handler = watches[i].handler;
        if (poll(&file, 1, PATIENCE_MS) > 0)
            ((void (*)(void *, int))handler->calls[HANDLER_CALL])(handler, file.fd);
    }
    for (int i = 0; i < timer_count; i++)
        ((void (*)(void *))timers[i]->calls[HANDLER_CALL])(timers[i]);
}

static void open_and_close(object *controller, uint32_t parent)
{
    object *view = ((object *(*)(void *, const char *))controller->calls[CONTROLLER_CREATE_VIEW])(controller, "editor");
    if (!view)
        fail("there is no editor");
    int32_t (*set_frame)(void *, void *) = (int32_t (*)(void *, void *))view->calls[VIEW_SET_FRAME];
    set_frame(view, &host.frame);
    if (((int32_t (*)(void *, void *, const char *))view->calls[VIEW_ATTACHED])(view, (void *)(uintptr_t)parent, "X11EmbedWindowID"))
        fail("the editor was not attached");
    for (int i = 0; i < TURNS; i++)
        turn();
    ((int32_t (*)(void *))view->calls[VIEW_REMOVED])(view);
    set_frame(view, NULL);
    if (count(view, RELEASE))
        fail("a reference to the view is left");
}

static uint32_t make_window(xcb_connection_t *server)
{
    xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(server)).data;
    uint32_t window = xcb_generate_id(server);
    xcb_create_window(server, XCB_COPY_FROM_PARENT, window, screen->root, 0, 0, WIDTH, HEIGHT, 0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual, 0, NULL);
    xcb_map_window(server, window);
    free(xcb_get_geometry_reply(server, xcb_get_geometry(server, window), NULL));
    return window;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        fail("linux-editor MODULE TIMES");
    write_id(id_loop, 0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);
    write_id(id_frame, 0x367FAF01, 0xAFA94693, 0x8D4DA2A0, 0xED0882A3);
    host.frame.calls = frame_calls;
    host.loop.calls = loop_calls;

    void *module = dlopen(argv[1], RTLD_NOW);
    if (!module)
        fail(dlerror());
    unsigned char (*enter)(void *) = (unsigned char (*)(void *))dlsym(module, "ModuleEntry");
    object *(*get_factory)(void) = (object *(*)(void))dlsym(module, "GetPluginFactory");
    if (!enter || !get_factory || !enter(module))
        fail("the module does not start");
    object *factory = get_factory();
    char class_info[128], id_component[16], id_controller[16];
    if (!factory || ((int32_t (*)(void *, int, void *))factory->calls[FACTORY_CLASS_INFO])(factory, 0, class_info))
        fail("the factory has no class");

    write_id(id_component, 0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);
    write_id(id_controller, 0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);
    object *component = NULL, *controller = NULL;
    if (((int32_t (*)(void *, const char *, const char *, void **))factory->calls[FACTORY_CREATE])(factory, class_info, id_component, (void **)&component)
        || ((int32_t (*)(void *, void *))component->calls[BASE_INITIALIZE])(component, NULL)
        || ((query)component->calls[QUERY])(component, id_controller, (void **)&controller))
        fail("the plug-in does not start");

    if (getenv("DISPLAY")) {
        xcb_connection_t *server = xcb_connect(NULL, NULL);
        if (xcb_connection_has_error(server))
            fail("no X server answers");
        uint32_t parent = make_window(server);
        for (int i = 0; i < atoi(argv[2]); i++)
            open_and_close(controller, parent);
        xcb_disconnect(server);
    }

    count(controller, RELEASE);
    ((int32_t (*)(void *))component->calls[BASE_TERMINATE])(component);
    if (count(component, RELEASE))
        fail("a reference to the plug-in is left");
    if (watch_count || timer_count)
        fail("something stays on the run loop");
    count(factory, RELEASE);
    return 0;
}
