/* A controller of the bridge's behind one of ours. The bridge answers for parameters that it does not have, and for calls out of order,
   with an exception that ends the host. */

#include <stdlib.h>
#include <string.h>

#include "parts.h"

struct own_controller {
    struct controller controller;
    struct connection connection;
    volatile LONG references;
    struct controller *bridge;
    struct connection *bridge_connection;
    struct connection *early; /* whom it was connected to before initialize: the bridge could send no message then */
    bool is_initialized;
};

/* The controller that is being connected, and on which thread: its message comes back to the processor within the call. */
static struct controller *volatile connecting;
static volatile DWORD connecting_thread;

struct controller *controller_connecting(void)
{
    struct controller *controller = connecting;
    if (!controller || connecting_thread != GetCurrentThreadId())
        return NULL;
    controller->calls->addRef(controller);
    return controller;
}

static int32_t controller_terminate(struct controller *face);

static int32_t own_controller_query(struct own_controller *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    *result = NULL;
    if (!id)
        return kInvalidArgument;
    if (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_PluginBase) || IsEqualGUID(id, &IID_EditController))
        *result = &self->controller;
    else if (IsEqualGUID(id, &IID_ConnectionPoint) && self->bridge_connection)
        *result = &self->connection;
    if (!*result)
        return kNoInterface;
    InterlockedIncrement(&self->references);
    return kResultOk;
}

static uint32_t own_controller_release(struct own_controller *self)
{
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0) {
        self->bridge->calls->setComponentHandler(self->bridge, NULL);
        controller_terminate(&self->controller);
        RELEASE(self->early);
        RELEASE(self->bridge_connection);
        RELEASE(self->bridge);
        free(self);
    }
    return (uint32_t)left;
}

FACE(own_controller, controller, struct controller)
FACE(own_controller, connection, struct connection)

static int32_t connect_bridge(struct own_controller *self, struct connection *other)
{
    struct controller *before = connecting;
    connecting_thread = GetCurrentThreadId();
    connecting = self->bridge;
    int32_t outcome = self->bridge_connection->calls->connect(self->bridge_connection, other);
    connecting = before;
    return outcome;
}

#define SELF struct own_controller *self = OWNER(own_controller, controller, face)

static int32_t controller_initialize(struct controller *face, struct unknown *context)
{
    SELF;
    if (self->is_initialized)
        return kResultFalse;
    int32_t outcome = self->bridge->calls->initialize(self->bridge, messages_context(context));
    self->is_initialized = outcome == kResultOk;
    struct connection *early = self->early;
    self->early = NULL;
    if (early && self->is_initialized)
        connect_bridge(self, early);
    RELEASE(early);
    return outcome;
}

static int32_t controller_terminate(struct controller *face)
{
    SELF;
    if (!self->is_initialized)
        return kNotInitialized;
    self->is_initialized = false;
    return self->bridge->calls->terminate(self->bridge);
}

/* The processor has the state, and the bridge reads none here. */
static int32_t controller_component_state(struct controller *face, struct stream *stream)
{
    (void)face;
    return stream ? kResultOk : kInvalidArgument;
}

static int32_t controller_own_state(struct controller *face, struct stream *stream) { return (void)face, (void)stream, kNotImplemented; }

static int32_t controller_count(struct controller *face)
{
    SELF;
    return self->is_initialized ? self->bridge->calls->getParameterCount(self->bridge) : 0;
}

static int32_t controller_info(struct controller *face, int32_t index, struct parameter_info *info)
{
    SELF;
    if (!info || index < 0 || index >= controller_count(face))
        return kInvalidArgument;
    return self->bridge->calls->getParameterInfo(self->bridge, index, info);
}

static int32_t controller_text(struct controller *face, uint32_t id, double value, WCHAR *text)
{
    SELF;
    if (!text || !self->is_initialized || !parameters_have(id))
        return kInvalidArgument;
    return self->bridge->calls->getParamStringByValue(self->bridge, id, value, text);
}

/* The bridge takes any number that is typed for a place between 0 and 1. So no text is taken. */
static int32_t controller_value_of_text(struct controller *face, uint32_t id, WCHAR *text, double *value)
{
    return (void)face, (void)id, (void)text, (void)value, kResultFalse;
}

static double controller_to_plain(struct controller *face, uint32_t id, double value) { return (void)face, (void)id, value; }

static double controller_get(struct controller *face, uint32_t id)
{
    SELF;
    return self->is_initialized && parameters_have(id) ? self->bridge->calls->getParamNormalized(self->bridge, id) : 0;
}

static int32_t controller_set(struct controller *face, uint32_t id, double value)
{
    SELF;
    if (!self->is_initialized)
        return kNotInitialized;
    if (!parameters_have(id) || value != value)
        return kInvalidArgument;
    return self->bridge->calls->setParamNormalized(self->bridge, id, value < 0 ? 0 : value > 1 ? 1 : value);
}

static int32_t controller_handler(struct controller *face, void *handler)
{
    SELF;
    return self->bridge->calls->setComponentHandler(self->bridge, handler);
}

static struct view *controller_view(struct controller *face, const char *name)
{
    SELF;
    struct view *view = self->is_initialized && name && strcmp(name, "editor") == 0 ? self->bridge->calls->createView(self->bridge, name) : NULL;
    return view ? front_view(view) : NULL;
}

static const struct controller_table controller_calls = {
    FACE_CALLS(controller), controller_initialize, controller_terminate, controller_component_state, controller_own_state, controller_own_state,
    controller_count, controller_info, controller_text, controller_value_of_text, controller_to_plain, controller_to_plain,
    controller_get, controller_set, controller_handler, controller_view,
};

/* Connection. */

#undef SELF
#define SELF struct own_controller *self = OWNER(own_controller, connection, face)

static int32_t connection_connect(struct connection *face, struct connection *other)
{
    SELF;
    if (!other)
        return kInvalidArgument;
    if (self->is_initialized)
        return connect_bridge(self, other);
    other->calls->addRef(other);
    RELEASE(self->early);
    self->early = other;
    return kResultOk;
}

static int32_t connection_disconnect(struct connection *face, struct connection *other)
{
    SELF;
    if (!other)
        return kInvalidArgument;
    RELEASE(self->early);
    self->early = NULL;
    return self->bridge_connection->calls->disconnect(self->bridge_connection, other);
}

static int32_t connection_notify(struct connection *face, struct message *message)
{
    SELF;
    return message ? self->bridge_connection->calls->notify(self->bridge_connection, message) : kInvalidArgument;
}

static const struct connection_table connection_calls = { FACE_CALLS(connection), connection_connect, connection_disconnect, connection_notify };

struct controller *front_controller(struct controller *bridge)
{
    struct own_controller *self = calloc(1, sizeof *self);
    if (!self) {
        bridge->calls->release(bridge);
        return NULL;
    }
    bridge->calls->queryInterface(bridge, &IID_ConnectionPoint, (void **)&self->bridge_connection);
    self->controller.calls = &controller_calls;
    self->connection.calls = &connection_calls;
    self->references = 1;
    self->bridge = bridge;
    return &self->controller;
}
