#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stand-in.h"

struct stand_in_factory {
    struct factory factory;
    LONG references;
    struct plugin *plugin;
    int32_t requests;
};

enum { MOST_TRACKS = 4096 };

struct stand_in_counts counts;
static struct plugin *plugins[MOST_TRACKS];
static int32_t plugin_count;

static const char processor_class[16] = "stand-in proc.", controller_class[16] = "stand-in ctrl.";

void would_end_host(const char *how)
{
    fprintf(stderr, "the bridge would have ended the host: %s\n", how);
    fflush(stderr);
    ExitProcess(70);
}

struct plugin *plugin_new(void)
{
    struct plugin *plugin = calloc(1, sizeof *plugin);
    if (!plugin || plugin_count == MOST_TRACKS)
        would_end_host("no memory");
    plugins[plugin_count] = plugin;
    plugin->number = plugin_count++;
    plugin->process[0] = plugin->edit[0] = 1;
    return plugin;
}

/* The counter goes to 0 where 1 would be right, for this request has taken the new track already. */
static struct plugin *next_plugin(struct stand_in_factory *self)
{
    if (self->requests == 2) {
        self->plugin = plugin_new();
        self->requests = 0;
    } else {
        self->requests++;
    }
    return self->plugin;
}

static int32_t query(struct factory *face, const GUID *id, void **result)
{
    if (!IsEqualGUID(id, &IID_Unknown) && !IsEqualGUID(id, &IID_PluginFactory) && !IsEqualGUID(id, &IID_PluginFactory2) && !IsEqualGUID(id, &IID_PluginFactory3))
        return *result = NULL, kNoInterface;
    InterlockedIncrement(&OWNER(stand_in_factory, factory, face)->references);
    return *result = face, kResultOk;
}

static uint32_t add_ref(struct factory *face) { return (uint32_t)InterlockedIncrement(&OWNER(stand_in_factory, factory, face)->references); }

static uint32_t release(struct factory *face)
{
    struct stand_in_factory *self = OWNER(stand_in_factory, factory, face);
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0) {
        InterlockedDecrement(&counts.factories);
        free(self);
    }
    return (uint32_t)left;
}

static int32_t info(struct factory *face, void *result) { return (void)face, memset(result, 0, 4), kResultOk; }
static int32_t classes(struct factory *face) { return (void)face, 2; }

static int32_t class_info(struct factory *face, int32_t index, struct class_info *result)
{
    (void)face;
    if (index < 0 || index > 1)
        would_end_host("a class that is not there");
    memset(result, 0, sizeof *result);
    memcpy(result->id, index == 0 ? processor_class : controller_class, 16);
    result->cardinality = 0x7FFFFFFF;
    strcpy(result->category, index == 0 ? kAudioModuleClass : kControllerClass);
    strcpy(result->name, "FaderStager");
    return kResultOk;
}

static int32_t create(struct factory *face, const char *id, const GUID *interface_id, void **result)
{
    struct stand_in_factory *self = OWNER(stand_in_factory, factory, face);
    struct unknown *object;
    if (memcmp(id, processor_class, 16) == 0)
        object = (struct unknown *)(void *)processor_new(next_plugin(self), controller_class);
    else if (memcmp(id, controller_class, 16) == 0)
        object = (struct unknown *)(void *)controller_new(next_plugin(self));
    else
        return *result = NULL, kNoInterface;
    int32_t outcome = object->calls->queryInterface(object, interface_id, result);
    object->calls->release(object);
    return outcome;
}

static int32_t class_info_2(struct factory *face, int32_t index, void *result) { return class_info(face, index, result); }
static int32_t set_host(struct factory *face, struct unknown *context) { return (void)face, (void)context, kResultOk; }

static const struct factory_table calls = { query, add_ref, release, info, classes, class_info, create, class_info_2, class_info_2, set_host };

__declspec(dllexport) void *GetPluginFactory(void)
{
    struct stand_in_factory *self = calloc(1, sizeof *self);
    *self = (struct stand_in_factory){ { &calls }, 1, plugin_new(), 0 };
    InterlockedIncrement(&counts.factories);
    return &self->factory;
}

__declspec(dllexport) struct stand_in_counts StandInCounts(void)
{
    struct stand_in_counts now = counts;
    now.tracks = 0;
    for (int32_t i = 0; i < plugin_count; i++)
        now.tracks += plugins[i]->is_started && !plugins[i]->is_over;
    return now;
}

/* An edit that comes from another track: "apply all" reaches every track that the mix still has. */
__declspec(dllexport) void StandInEditAll(double value)
{
    for (int32_t i = 0; i < plugin_count; i++)
        if (plugins[i]->is_started && !plugins[i]->is_over && plugins[i]->controller)
            controller_edit(plugins[i]->controller, FADER, value);
}
