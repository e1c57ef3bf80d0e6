/* A processor of the bridge's behind one of ours. Ours knows the order of calls that the bridge takes for granted, tells the
   arrangements that are in force, and says when it is over: a set-up for blocks of 0 frames, which no host gets through. */

#include <stdlib.h>
#include <string.h>

#include "parts.h"

/* The rates that the engine takes; the lowest and highest that sound cards have. */
static const double lowest_rate = 8000, highest_rate = 768000;

struct own_processor {
    struct component component;
    struct processor processor;
    struct connection connection;
    struct context_requirements requirements;
    volatile LONG references;

    struct component *bridge;
    struct processor *bridge_processor;
    struct connection *bridge_connection;
    struct controller *paired; /* held, since the bridge calls it as long as its processor lives */
    struct message *early;     /* a message that came before initialize, which the bridge cannot take */

    bool is_initialized, is_active;
    struct process_setup setup; /* its sample rate is 0 until there is one */
    uint64_t arrangement, negotiated;
    struct block block;
};

static int32_t component_set_active(struct component *face, uint8_t state);
static int32_t component_terminate(struct component *face);

static int32_t own_processor_query(struct own_processor *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    *result = NULL;
    if (!id)
        return kInvalidArgument;
    if (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_PluginBase) || IsEqualGUID(id, &IID_Component))
        *result = &self->component;
    else if (IsEqualGUID(id, &IID_AudioProcessor))
        *result = &self->processor;
    else if (IsEqualGUID(id, &IID_ConnectionPoint) && self->bridge_connection)
        *result = &self->connection;
    else if (IsEqualGUID(id, &IID_ProcessContextRequirements))
        *result = &self->requirements;
    if (!*result)
        return kNoInterface;
    InterlockedIncrement(&self->references);
    return kResultOk;
}

static void end(struct own_processor *self)
{
    component_terminate(&self->component);
    struct process_setup over = { 0, kSample32, 0, self->setup.sample_rate };
    if (self->setup.sample_rate > 0)
        self->bridge_processor->calls->setupProcessing(self->bridge_processor, &over);
    RELEASE(self->early);
    RELEASE(self->bridge_connection);
    RELEASE(self->bridge_processor);
    RELEASE(self->bridge);
    RELEASE(self->paired);
    free(self);
}

static uint32_t own_processor_release(struct own_processor *self)
{
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0)
        end(self);
    return (uint32_t)left;
}

FACE(own_processor, component, struct component)
FACE(own_processor, processor, struct processor)
FACE(own_processor, connection, struct connection)
FACE(own_processor, requirements, struct context_requirements)

static int32_t channels_of(uint64_t arrangement)
{
    int32_t channels = 0;
    for (; arrangement; arrangement &= arrangement - 1)
        channels++;
    return channels;
}

/* Component. */

#define SELF struct own_processor *self = OWNER(own_processor, component, face)

static int32_t notify_bridge(struct own_processor *self, struct message *message)
{
    int32_t outcome = self->bridge_connection->calls->notify(self->bridge_connection, message);
    struct controller *sender = controller_connecting();
    if (sender && sender != self->paired) {
        RELEASE(self->paired);
        self->paired = sender;
    } else if (sender) {
        sender->calls->release(sender);
    }
    return outcome;
}

static int32_t component_initialize(struct component *face, struct unknown *context)
{
    SELF;
    if (self->is_initialized)
        return kResultFalse;
    int32_t outcome = self->bridge->calls->initialize(self->bridge, messages_context(context));
    self->is_initialized = outcome == kResultOk;
    struct message *early = self->early;
    self->early = NULL;
    if (early && self->is_initialized)
        notify_bridge(self, early);
    RELEASE(early);
    return outcome;
}

static int32_t component_terminate(struct component *face)
{
    SELF;
    if (!self->is_initialized)
        return kNotInitialized;
    component_set_active(face, 0);
    self->is_initialized = false;
    return self->bridge->calls->terminate(self->bridge);
}

static int32_t component_controller_class(struct component *face, char *id)
{
    SELF;
    return id ? self->bridge->calls->getControllerClassId(self->bridge, id) : kInvalidArgument;
}

static int32_t component_io_mode(struct component *face, int32_t mode) { return (void)face, (void)mode, kNotImplemented; }

static int32_t component_bus_count(struct component *face, int32_t media, int32_t direction)
{
    (void)face;
    return media == kAudio && (direction == kInput || direction == kOutput) ? 1 : 0;
}

static int32_t component_bus_info(struct component *face, int32_t media, int32_t direction, int32_t index, struct bus_info *info)
{
    SELF;
    if (!info || index != 0 || component_bus_count(face, media, direction) == 0)
        return kInvalidArgument;
    *info = (struct bus_info){ media, direction, channels_of(self->arrangement), { 0 }, 0, kDefaultActive };
    lstrcpyW(info->name, direction == kInput ? L"Input" : L"Output");
    return kResultOk;
}

static int32_t component_routing(struct component *face, struct routing_info *input, struct routing_info *output)
{
    (void)face;
    if (!input || !output || input->media_type != kAudio || input->bus != 0)
        return kInvalidArgument;
    *output = *input;
    return kResultOk;
}

static int32_t component_activate_bus(struct component *face, int32_t media, int32_t direction, int32_t index, uint8_t state)
{
    (void)state;
    return index == 0 && component_bus_count(face, media, direction) == 1 ? kResultOk : kInvalidArgument;
}

static int32_t set_up_bridge(struct own_processor *self)
{
    return self->bridge_processor->calls->setupProcessing(self->bridge_processor, &self->setup);
}

static int32_t component_set_active(struct component *face, uint8_t state)
{
    SELF;
    if (!self->is_initialized)
        return kNotInitialized;
    if ((state != 0) == self->is_active)
        return kResultOk;
    if (state && self->setup.sample_rate == 0) {
        self->setup = (struct process_setup){ 0, kSample32, 1024, 48000 };
        set_up_bridge(self);
    }
    int32_t outcome = self->bridge->calls->setActive(self->bridge, state != 0);
    self->is_active = state != 0 && outcome == kResultOk;
    self->negotiated = self->arrangement;
    return outcome;
}

static int32_t component_set_state(struct component *face, struct stream *stream)
{
    SELF;
    if (!self->is_initialized)
        return kNotInitialized;
    if (!stream)
        return kInvalidArgument;
    struct memory_stream memory;
    stream_open(&memory);
    int32_t outcome = stream_read_all(&memory, stream) ? self->bridge->calls->setState(self->bridge, &memory.stream) : kResultFalse;
    stream_close(&memory);
    return outcome;
}

static int32_t component_get_state(struct component *face, struct stream *stream)
{
    SELF;
    if (!self->is_initialized)
        return kNotInitialized;
    if (!stream)
        return kInvalidArgument;
    struct memory_stream memory;
    stream_open(&memory);
    int32_t outcome = self->bridge->calls->getState(self->bridge, &memory.stream);
    if (outcome == kResultOk && !stream_write_all(&memory, stream))
        outcome = kResultFalse;
    stream_close(&memory);
    return outcome;
}

static const struct component_table component_calls = {
    FACE_CALLS(component), component_initialize, component_terminate, component_controller_class, component_io_mode, component_bus_count,
    component_bus_info, component_routing, component_activate_bus, component_set_active, component_set_state, component_get_state,
};

/* Processor. */

#undef SELF
#define SELF struct own_processor *self = OWNER(own_processor, processor, face)

/* One speaker of any name, or left and right, the same in and out. While blocks run a host may only speak of fewer channels. */
static int32_t processor_set_arrangements(struct processor *face, uint64_t *inputs, int32_t input_count, uint64_t *outputs, int32_t output_count)
{
    SELF;
    if (input_count < 0 || output_count < 0 || (!inputs && input_count > 0) || (!outputs && output_count > 0))
        return kInvalidArgument;
    if (input_count != 1 || output_count != 1 || *inputs != *outputs || !(channels_of(*inputs) == 1 || *inputs == kSpeakerStereo))
        return kResultFalse;
    if (self->is_active && channels_of(*inputs) > channels_of(self->negotiated))
        return kResultFalse;
    self->arrangement = *inputs;
    if (!self->is_active)
        self->negotiated = self->arrangement;
    return kResultOk;
}

static int32_t processor_arrangement(struct processor *face, int32_t direction, int32_t index, uint64_t *arrangement)
{
    SELF;
    if (!arrangement || index != 0 || (direction != kInput && direction != kOutput))
        return kInvalidArgument;
    *arrangement = self->arrangement;
    return kResultOk;
}

static int32_t processor_sample_size(struct processor *face, int32_t size)
{
    (void)face;
    return size == kSample32 ? kResultOk : kResultFalse;
}

static uint32_t processor_latency(struct processor *face) { return (void)face, 0; }

/* A host that sets up while blocks could come gets what it asks for: the bridge is switched off for it and on again. */
static int32_t processor_set_up(struct processor *face, struct process_setup *setup)
{
    SELF;
    if (!setup || setup->sample_size != kSample32 || setup->maximum_frames < 1 || !(setup->sample_rate >= lowest_rate && setup->sample_rate <= highest_rate))
        return kInvalidArgument;
    if (!self->is_initialized)
        return kNotInitialized;
    bool was_active = self->is_active;
    component_set_active(&self->component, 0);
    self->setup = *setup;
    int32_t outcome = set_up_bridge(self);
    if (was_active)
        component_set_active(&self->component, 1);
    return outcome;
}

static int32_t processor_set_processing(struct processor *face, uint8_t state)
{
    SELF;
    (void)state;
    return self->is_initialized ? kResultOk : kNotInitialized;
}

static int32_t processor_process(struct processor *face, struct process_data *data)
{
    SELF;
    if (!data || data->frames < 0 || (data->frames > 0 && data->sample_size != kSample32))
        return kInvalidArgument;
    if (!self->is_initialized) {
        block_pass(data);
        return kNotInitialized;
    }
    if (data->frames > 0 && !self->is_active)
        block_pass(data);
    else
        block_process(&self->block, self->bridge_processor, data, channels_of(self->arrangement), self->setup.sample_rate);
    return kResultOk;
}

static const struct processor_table processor_calls = {
    FACE_CALLS(processor), processor_set_arrangements, processor_arrangement, processor_sample_size, processor_latency,
    processor_set_up, processor_set_processing, processor_process, processor_latency,
};

/* Connection. */

#undef SELF
#define SELF struct own_processor *self = OWNER(own_processor, connection, face)

static int32_t connection_connect(struct connection *face, struct connection *other)
{
    SELF;
    return other ? self->bridge_connection->calls->connect(self->bridge_connection, other) : kInvalidArgument;
}

static int32_t connection_disconnect(struct connection *face, struct connection *other)
{
    SELF;
    return other ? self->bridge_connection->calls->disconnect(self->bridge_connection, other) : kInvalidArgument;
}

static int32_t connection_notify(struct connection *face, struct message *message)
{
    SELF;
    if (!message || !message->calls->getAttributes(message))
        return kInvalidArgument;
    if (self->is_initialized)
        return notify_bridge(self, message);
    message->calls->addRef(message);
    RELEASE(self->early);
    self->early = message;
    return kResultOk;
}

static const struct connection_table connection_calls = { FACE_CALLS(connection), connection_connect, connection_disconnect, connection_notify };

/* The bridge asks for nothing and then reads whether the song plays. */
static uint32_t needed_context(struct context_requirements *face) { return (void)face, kNeedTransportState; }

static const struct context_requirements_table requirements_calls = { FACE_CALLS(requirements), needed_context };

struct component *front_processor(struct component *bridge)
{
    struct own_processor *self = calloc(1, sizeof *self);
    if (!self || bridge->calls->queryInterface(bridge, &IID_AudioProcessor, (void **)&self->bridge_processor) != kResultOk) {
        free(self);
        bridge->calls->release(bridge);
        return NULL;
    }
    bridge->calls->queryInterface(bridge, &IID_ConnectionPoint, (void **)&self->bridge_connection);
    self->component.calls = &component_calls;
    self->processor.calls = &processor_calls;
    self->connection.calls = &connection_calls;
    self->requirements.calls = &requirements_calls;
    self->references = 1;
    self->bridge = bridge;
    self->arrangement = self->negotiated = kSpeakerStereo;
    return &self->component;
}
