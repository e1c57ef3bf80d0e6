/* The host that tries the AudioPlugSharp edition's front, with the stand-in bridge behind it.

     edition-host MODULE        all checks; prints one line for each
     edition-host MODULE alone  MODULE is the stand-in itself: it must pair wrongly, else the checks would show nothing

   Exit code 0 = all as it must be. */

#include "edition.h"

struct factory *factory;
int failures;

void expect(int is_true, const char *name)
{
    printf("%s: %s\n", is_true ? "ok" : "FAILED", name);
    fflush(stdout);
    failures += !is_true;
}

/* The host's handler. */

static int32_t handler_query(struct handler *self, const GUID *id, void **result) { return (void)id, *result = self, kResultOk; }
static uint32_t handler_count(struct handler *self) { return (void)self, 1; }
static int32_t handler_note(struct handler *self, uint32_t id) { return (void)self, (void)id, kResultOk; }
static int32_t handler_perform(struct handler *self, uint32_t id, double value) { return (void)id, (void)value, self->performed++, kResultOk; }
static int32_t handler_restart(struct handler *self, int32_t flags) { return (void)self, (void)flags, kResultOk; }
static const struct handler_table handler_calls = { handler_query, handler_count, handler_count, handler_note, handler_perform, handler_note, handler_restart };

/* A context that makes no messages. */

static int32_t context_query(struct host_application *self, const GUID *id, void **result) { return (void)id, *result = self, kResultOk; }
static uint32_t context_count(struct host_application *self) { return (void)self, 1; }
static int32_t context_name(struct host_application *self, WCHAR *name) { return (void)self, lstrcpyW(name, L"edition-host"), kResultOk; }
static int32_t context_create(struct host_application *self, const GUID *a, const GUID *b, void **result) { return (void)self, (void)a, (void)b, *result = NULL, kNotImplemented; }
static const struct host_application_table context_calls = { context_query, context_count, context_count, context_name, context_create };
static struct host_application context = { &context_calls };
struct unknown *host_without_messages = (struct unknown *)(void *)&context;

/* A proxy that stands between two connection points, as some hosts put there. */

struct proxy {
    struct connection connection;
    struct connection *target;
};
static int32_t proxy_query(struct connection *self, const GUID *id, void **result) { return (void)id, *result = self, kResultOk; }
static uint32_t proxy_count(struct connection *self) { return (void)self, 1; }
static int32_t proxy_connect(struct connection *self, struct connection *other) { return (void)self, (void)other, kResultOk; }
static int32_t proxy_notify(struct connection *face, struct message *message)
{
    struct proxy *self = OWNER(proxy, connection, face);
    return self->target->calls->notify(self->target, message);
}
static const struct connection_table proxy_calls = { proxy_query, proxy_count, proxy_count, proxy_connect, proxy_connect, proxy_notify };
static struct proxy proxies[2 * INSTANCES];

/* Instances. */

static void *make(int is_processor, const GUID *id)
{
    struct class_info info;
    void *object = NULL;
    for (int32_t i = 0; i < factory->calls->countClasses(factory); i++)
        if (factory->calls->getClassInfo(factory, i, &info) == kResultOk && strcmp(info.category, is_processor ? kAudioModuleClass : kControllerClass) == 0)
            factory->calls->createInstance(factory, info.id, id, &object);
    return object;
}

struct component *make_processor(void) { return make(1, &IID_Component); }
struct controller *make_controller(void) { return make(0, &IID_EditController); }

static void fill_processor(struct instance *instance, struct unknown *host)
{
    instance->component = make_processor();
    instance->component->calls->initialize(instance->component, host);
    instance->component->calls->queryInterface(instance->component, &IID_AudioProcessor, (void **)&instance->processor);
    instance->component->calls->queryInterface(instance->component, &IID_ConnectionPoint, (void **)&instance->of_processor);
}

static void fill_controller(struct instance *instance, struct unknown *host)
{
    instance->controller = make_controller();
    instance->controller->calls->initialize(instance->controller, host);
    instance->controller->calls->queryInterface(instance->controller, &IID_ConnectionPoint, (void **)&instance->of_controller);
    instance->handler = (struct handler){ &handler_calls, 0, 0 };
    instance->controller->calls->setComponentHandler(instance->controller, &instance->handler);
}

static void connect_instance(struct instance *instance, int index, const struct manner *manner)
{
    struct connection *for_processor = instance->of_controller, *for_controller = instance->of_processor;
    if (manner->through_proxies) {
        proxies[2 * index] = (struct proxy){ { &proxy_calls }, instance->of_controller };
        proxies[2 * index + 1] = (struct proxy){ { &proxy_calls }, instance->of_processor };
        for_processor = &proxies[2 * index].connection;
        for_controller = &proxies[2 * index + 1].connection;
    }
    if (!manner->controller_connects_first)
        instance->of_processor->calls->connect(instance->of_processor, for_processor);
    instance->of_controller->calls->connect(instance->of_controller, for_controller);
    if (manner->controller_connects_first)
        instance->of_processor->calls->connect(instance->of_processor, for_processor);
}

void make_instances(struct instance *instances, int count, const struct manner *manner)
{
    memset(instances, 0, (size_t)count * sizeof *instances);
    for (int turn = 0; turn < (manner->all_of_a_kind_first ? 2 : 1); turn++)
        for (int i = 0; i < count; i++)
            for (int half = 0; half < 2; half++) {
                if (manner->all_of_a_kind_first && half != turn)
                    continue;
                if (half == manner->controllers_first)
                    fill_processor(&instances[i], manner->context);
                else
                    fill_controller(&instances[i], manner->context);
            }
    for (int i = 0; i < count; i++)
        connect_instance(&instances[i], i, manner);
}

void start_instance(struct instance *instance)
{
    struct process_setup setup = { 0, kSample32, FRAMES, RATE };
    instance->processor->calls->setupProcessing(instance->processor, &setup);
    instance->component->calls->setActive(instance->component, 1);
    instance->processor->calls->setProcessing(instance->processor, 1);
}

void release_processor(struct instance *instance)
{
    instance->of_processor->calls->release(instance->of_processor);
    instance->processor->calls->release(instance->processor);
    instance->component->calls->release(instance->component);
    instance->component = NULL;
}

void release_controller(struct instance *instance)
{
    instance->of_controller->calls->release(instance->of_controller);
    instance->controller->calls->release(instance->controller);
    instance->controller = NULL;
}

/* The bridge alone: the third instance's processor shares the second's track. */
static int pairs_wrongly(void)
{
    static struct instance instances[3];
    const struct manner usual = { "", 0, 0, 0, 0, NULL };
    make_instances(instances, 3, &usual);
    const struct points second = { FADER, 1, { 0 }, { 0.25 } }, third = { FADER, 1, { 0 }, { 0.75 } };
    struct process_context position = { kPlaying, RATE, 0, { 0 } };
    float in[2][FRAMES] = { { 1 }, { 1 } }, out[2][FRAMES];
    play(instances[1].processor, &position, changes_of(&second, 1), in, out);
    play(instances[2].processor, &position, changes_of(&third, 1), in, out);
    play(instances[1].processor, &position, NULL, in, out);
    return out[0][0] == 0.75f;
}

int wmain(int count, WCHAR **arguments)
{
    HMODULE module = count >= 2 ? LoadLibraryW(arguments[1]) : NULL;
    void *(*get)(void) = module ? (void *(*)(void))(void *)GetProcAddress(module, "GetPluginFactory") : NULL;
    factory = get ? get() : NULL;
    if (!factory) {
        printf("FAILED: no factory (error %lu)\n", GetLastError());
        return 1;
    }
    if (count >= 3) {
        expect(pairs_wrongly(), "the stand-in alone pairs wrongly from the third instance on");
        return failures != 0;
    }
    expect(factory == get(), "the module has one factory");
    check_life();
    check_calls();
    return failures != 0;
}
