#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "stand-in.h"

/* Stays in memory after its end, so that a call to one that is gone shows. */
struct stand_in_controller {
    struct controller controller;
    struct connection connection;
    LONG references;
    struct plugin *plugin;
    struct host_application *context;
    struct handler *handler;
    int32_t is_initialized;
};

static int32_t any_query(struct stand_in_controller *self, const GUID *id, void **result)
{
    *result = IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_PluginBase) || IsEqualGUID(id, &IID_EditController) ? (void *)&self->controller
        : IsEqualGUID(id, &IID_ConnectionPoint) ? (void *)&self->connection : NULL;
    if (!*result)
        return kNoInterface;
    InterlockedIncrement(&self->references);
    return kResultOk;
}

static uint32_t any_release(struct stand_in_controller *self)
{
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0)
        InterlockedDecrement(&counts.controllers);
    return (uint32_t)left;
}

#define FACE(face) \
    static int32_t face##_query(struct face *pointer, const GUID *id, void **result) { return any_query(OWNER(stand_in_controller, face, pointer), id, result); } \
    static uint32_t face##_add_ref(struct face *pointer) { return (uint32_t)InterlockedIncrement(&OWNER(stand_in_controller, face, pointer)->references); } \
    static uint32_t face##_release(struct face *pointer) { return any_release(OWNER(stand_in_controller, face, pointer)); }
FACE(controller)
FACE(connection)

#define SELF(face_name) struct stand_in_controller *self = OWNER(stand_in_controller, face_name, face)

void controller_take(struct stand_in_controller *self, struct plugin *plugin) { self->plugin = plugin; }

void controller_edit(struct stand_in_controller *self, uint32_t id, double value)
{
    if (self->references == 0)
        would_end_host("a controller that is gone is called");
    if (!self->handler)
        return;
    self->handler->calls->beginEdit(self->handler, id);
    self->handler->calls->performEdit(self->handler, id, value);
    self->handler->calls->endEdit(self->handler, id);
}

static int32_t initialize(struct controller *face, struct unknown *context)
{
    SELF(controller);
    if (self->is_initialized)
        return kResultFalse;
    self->is_initialized = 1;
    if (context)
        context->calls->queryInterface(context, &IID_HostApplication, (void **)&self->context);
    return kResultOk;
}

static int32_t terminate(struct controller *face)
{
    SELF(controller);
    self->is_initialized = 0;
    if (self->context)
        self->context->calls->release(self->context);
    self->context = NULL;
    self->handler = NULL;
    return kResultOk;
}

static int32_t component_state(struct controller *face, struct stream *stream) { return (void)face, stream ? kResultOk : kResultFalse; }
static int32_t own_state(struct controller *face, struct stream *stream) { return (void)face, (void)stream, kNotImplemented; }

static int32_t parameter_count(struct controller *face)
{
    SELF(controller);
    return self->is_initialized ? PARAMETERS : 0;
}

static int32_t parameter_info(struct controller *face, int32_t index, struct parameter_info *info)
{
    (void)face;
    memset(info, 0, sizeof *info);
    info->id = (uint32_t)(FIRST_PARAMETER + index);
    lstrcpyW(info->title, index == 0 ? L"Fader" : index == 1 ? L"Focal" : L"Reading");
    return kResultOk;
}

static double *value_of(struct stand_in_controller *self, uint32_t id)
{
    if (id < FIRST_PARAMETER)
        return NULL;
    if (id >= FIRST_PARAMETER + PARAMETERS)
        would_end_host("a parameter that is not there");
    return &self->plugin->edit[id - FIRST_PARAMETER];
}

static int32_t text_of(struct controller *face, uint32_t id, double value, WCHAR *text)
{
    SELF(controller);
    (void)value;
    double *own = value_of(self, id);
    if (!own)
        return kResultFalse;
    if (!text)
        would_end_host("a text is written into nothing");
    swprintf(text, 128, L"%.3f", *own);
    return kResultOk;
}

/* What is typed is taken for a place between 0 and 1, whatever it is. */
static int32_t value_of_text(struct controller *face, uint32_t id, WCHAR *text, double *value)
{
    (void)face, (void)id;
    return swscanf(text, L"%lf", value) == 1 ? kResultOk : kResultFalse;
}

static double same(struct controller *face, uint32_t id, double value) { return (void)face, (void)id, value; }

static double get(struct controller *face, uint32_t id)
{
    SELF(controller);
    double *own = value_of(self, id);
    return own ? *own : 0;
}

static int32_t set(struct controller *face, uint32_t id, double value)
{
    SELF(controller);
    double *own = value_of(self, id);
    if (!own)
        return kResultFalse;
    *own = value;
    return kResultOk;
}

static int32_t set_handler(struct controller *face, void *handler)
{
    SELF(controller);
    self->handler = handler;
    return kResultOk;
}

static struct view *create_view(struct controller *face, const char *name) { return (void)face, (void)name, view_new(); }

static const struct controller_table controller_calls = {
    controller_query, controller_add_ref, controller_release, initialize, terminate, component_state, own_state, own_state, parameter_count,
    parameter_info, text_of, value_of_text, same, same, get, set, set_handler, create_view,
};

/* Without a host that makes messages nobody hears of the controller. */
static int32_t connect_to(struct connection *face, struct connection *other)
{
    SELF(connection);
    struct message *message = NULL;
    if (!self->context || self->context->calls->createInstance(self->context, &IID_Message, &IID_Message, (void **)&message) != kResultOk)
        return kResultOk;
    message->calls->setMessageID(message, "AudioPlugSharpControllerPtr");
    struct attribute_list *attributes = message->calls->getAttributes(message);
    attributes->calls->setInt(attributes, "AudioPlugSharpControllerPtr", (int64_t)(intptr_t)self);
    other->calls->notify(other, message);
    message->calls->release(message);
    return kResultOk;
}

static int32_t disconnect(struct connection *face, struct connection *other) { return (void)face, (void)other, kResultOk; }
static int32_t notify(struct connection *face, struct message *message) { return (void)face, (void)message, kResultOk; }

static const struct connection_table connection_calls = { connection_query, connection_add_ref, connection_release, connect_to, disconnect, notify };

struct controller *controller_new(struct plugin *plugin)
{
    struct stand_in_controller *self = calloc(1, sizeof *self);
    self->controller.calls = &controller_calls;
    self->connection.calls = &connection_calls;
    self->references = 1;
    self->plugin = plugin;
    InterlockedIncrement(&counts.controllers);
    return &self->controller;
}
