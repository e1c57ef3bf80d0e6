/* The bridge's controller finds its track by a message, and takes the message from the host. A host that makes none would leave every
   editor with a track that is nobody's: there the bridge gets messages from here. */

#include <stdlib.h>
#include <string.h>

#include "parts.h"

enum { LONGEST_NAME = 64, MOST_VALUES = 4 };

struct own_message {
    struct message message;
    struct attribute_list attributes;
    volatile LONG references;
    char id[LONGEST_NAME];
    int32_t count;
    struct {
        char name[LONGEST_NAME];
        int64_t value;
    } values[MOST_VALUES];
};

static int32_t own_message_query(struct own_message *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    *result = NULL;
    if (id && IsEqualGUID(id, &IID_AttributeList))
        *result = &self->attributes;
    else if (id && (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_Message)))
        *result = &self->message;
    if (!*result)
        return kNoInterface;
    InterlockedIncrement(&self->references);
    return kResultOk;
}

static uint32_t own_message_release(struct own_message *self)
{
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0)
        free(self);
    return (uint32_t)left;
}

FACE(own_message, message, struct message)
FACE(own_message, attributes, struct attribute_list)

static bool copy_name(char target[LONGEST_NAME], const char *name)
{
    if (!name || strlen(name) >= LONGEST_NAME)
        return false;
    strcpy(target, name);
    return true;
}

static const char *message_id(struct message *face) { return OWNER(own_message, message, face)->id; }

static void message_set_id(struct message *face, const char *id) { copy_name(OWNER(own_message, message, face)->id, id); }

static struct attribute_list *message_attributes(struct message *face) { return &OWNER(own_message, message, face)->attributes; }

static const struct message_table message_calls = { FACE_CALLS(message), message_id, message_set_id, message_attributes };

static int64_t *value_of(struct own_message *self, const char *name)
{
    for (int32_t i = 0; name && i < self->count; i++)
        if (strcmp(self->values[i].name, name) == 0)
            return &self->values[i].value;
    return NULL;
}

static int32_t set_int(struct attribute_list *face, const char *name, int64_t value)
{
    struct own_message *self = OWNER(own_message, attributes, face);
    int64_t *place = value_of(self, name);
    if (!place && self->count < MOST_VALUES && copy_name(self->values[self->count].name, name))
        place = &self->values[self->count++].value;
    if (!place)
        return kInvalidArgument;
    *place = value;
    return kResultOk;
}

static int32_t get_int(struct attribute_list *face, const char *name, int64_t *value)
{
    const int64_t *place = value_of(OWNER(own_message, attributes, face), name);
    if (!place || !value)
        return kInvalidArgument;
    *value = *place;
    return kResultOk;
}

/* The bridge sends whole numbers only. */
static int32_t set_float(struct attribute_list *face, const char *name, double value) { return (void)face, (void)name, (void)value, kNotImplemented; }
static int32_t get_float(struct attribute_list *face, const char *name, double *value) { return (void)face, (void)name, (void)value, kNotImplemented; }
static int32_t set_string(struct attribute_list *face, const char *name, const WCHAR *text) { return (void)face, (void)name, (void)text, kNotImplemented; }
static int32_t get_string(struct attribute_list *face, const char *name, WCHAR *text, uint32_t size) { return (void)face, (void)name, (void)text, (void)size, kNotImplemented; }
static int32_t set_binary(struct attribute_list *face, const char *name, const void *data, uint32_t size) { return (void)face, (void)name, (void)data, (void)size, kNotImplemented; }
static int32_t get_binary(struct attribute_list *face, const char *name, const void **data, uint32_t *size) { return (void)face, (void)name, (void)data, (void)size, kNotImplemented; }

static const struct attribute_list_table attributes_calls = {
    FACE_CALLS(attributes), set_int, get_int, set_float, get_float, set_string, get_string, set_binary, get_binary,
};

/* The context itself is there for as long as the module. */
static int32_t context_query(struct host_application *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    bool is_known = id && (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_HostApplication));
    *result = is_known ? self : NULL;
    return is_known ? kResultOk : kNoInterface;
}

static uint32_t context_count(struct host_application *self)
{
    (void)self;
    return 1;
}

static int32_t context_name(struct host_application *self, WCHAR *name)
{
    (void)self;
    if (!name)
        return kInvalidArgument;
    lstrcpyW(name, L"FaderStager");
    return kResultOk;
}

static int32_t context_create(struct host_application *self, const GUID *class_id, const GUID *interface_id, void **result)
{
    (void)self;
    if (!result)
        return kInvalidArgument;
    *result = NULL;
    if (!class_id || !(IsEqualGUID(class_id, &IID_Message) || IsEqualGUID(class_id, &IID_AttributeList)))
        return kNoInterface;
    struct own_message *message = calloc(1, sizeof *message);
    if (!message)
        return kInternalError;
    message->message.calls = &message_calls;
    message->attributes.calls = &attributes_calls;
    message->references = 1;
    int32_t outcome = own_message_query(message, interface_id, result);
    own_message_release(message);
    return outcome;
}

static const struct host_application_table context_calls = { context_query, context_count, context_count, context_name, context_create };
static struct host_application own_context = { &context_calls };

static bool makes_messages(struct unknown *host)
{
    struct host_application *application = NULL;
    struct message *message = NULL;
    if (!host || host->calls->queryInterface(host, &IID_HostApplication, (void **)&application) != kResultOk || !application)
        return false;
    bool makes = application->calls->createInstance(application, &IID_Message, &IID_Message, (void **)&message) == kResultOk && message;
    if (makes)
        message->calls->release(message);
    application->calls->release(application);
    return makes;
}

struct unknown *messages_context(struct unknown *host)
{
    return makes_messages(host) ? host : (struct unknown *)(void *)&own_context;
}
