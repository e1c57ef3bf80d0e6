#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stand-in.h"

struct stand_in_processor {
    struct component component;
    struct processor processor;
    struct connection connection;
    LONG references;
    struct plugin *plugin;
    char controller_class[16];
    struct unknown *context;
    struct connection *peer;
    int32_t has_host; /* the managed host object, made by initialize */
    struct process_data *data;
    int32_t start_event, event_frame;
};

static int32_t any_query(struct stand_in_processor *self, const GUID *id, void **result)
{
    *result = IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_PluginBase) || IsEqualGUID(id, &IID_Component) ? (void *)&self->component
        : IsEqualGUID(id, &IID_AudioProcessor) ? (void *)&self->processor
        : IsEqualGUID(id, &IID_ConnectionPoint) ? (void *)&self->connection : NULL;
    if (!*result)
        return kNoInterface;
    InterlockedIncrement(&self->references);
    return kResultOk;
}

static uint32_t any_release(struct stand_in_processor *self)
{
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0) {
        InterlockedDecrement(&counts.processors);
        free(self);
    }
    return (uint32_t)left;
}

#define FACE(face) \
    static int32_t face##_query(struct face *pointer, const GUID *id, void **result) { return any_query(OWNER(stand_in_processor, face, pointer), id, result); } \
    static uint32_t face##_add_ref(struct face *pointer) { return (uint32_t)InterlockedIncrement(&OWNER(stand_in_processor, face, pointer)->references); } \
    static uint32_t face##_release(struct face *pointer) { return any_release(OWNER(stand_in_processor, face, pointer)); }
FACE(component)
FACE(processor)
FACE(connection)

#define SELF(face_name) struct stand_in_processor *self = OWNER(stand_in_processor, face_name, face)

static int32_t initialize(struct component *face, struct unknown *context)
{
    SELF(component);
    if (self->context)
        return kResultFalse;
    self->context = context;
    self->has_host = 1;
    self->plugin->controller = NULL;
    return kResultOk;
}

static int32_t terminate(struct component *face)
{
    SELF(component);
    self->context = NULL;
    return kResultOk;
}

static int32_t controller_class(struct component *face, char *id)
{
    SELF(component);
    memcpy(id, self->controller_class, 16);
    return kResultOk;
}

static int32_t io_mode(struct component *face, int32_t mode) { return (void)face, (void)mode, kNotImplemented; }
static int32_t bus_count(struct component *face, int32_t media, int32_t direction) { return (void)face, (void)media, (void)direction, 1; }

static int32_t bus_info(struct component *face, int32_t media, int32_t direction, int32_t index, struct bus_info *info)
{
    (void)face;
    if (index != 0)
        return kInvalidArgument;
    *info = (struct bus_info){ media, direction, media == kAudio ? 2 : 1, L"FaderStager", 0, kDefaultActive };
    return kResultOk;
}

static int32_t routing(struct component *face, struct routing_info *in, struct routing_info *out) { return (void)face, (void)in, (void)out, kNotImplemented; }
static int32_t activate_bus(struct component *face, int32_t media, int32_t direction, int32_t index, uint8_t state) { return (void)face, (void)media, (void)direction, (void)index, (void)state, kResultOk; }

static int32_t set_active(struct component *face, uint8_t state)
{
    SELF(component);
    if (!self->has_host)
        would_end_host("a plug-in without a host is started");
    self->plugin->is_started = state;
    return kResultOk;
}

/* The read as the bridge does it: a short one is the end, and an error leaves the count as it was. */
static int32_t set_state(struct component *face, struct stream *stream)
{
    SELF(component);
    char text[1 << 17];
    int32_t length = 0, got = 777;
    if (!stream)
        return kResultOk;
    do {
        stream->calls->read(stream, text + length, 1024, &got);
        length += got;
    } while (got == 1024 && length < (int32_t)sizeof text - 1024);
    text[length] = 0;
    int32_t number, used = 0;
    if (sscanf(text, "track %d fader %lf focal %lf;%n", &number, &self->plugin->process[0], &self->plugin->process[1], &used) == 3 && used > 0) {
        self->plugin->extra_length = length - used;
        memcpy(self->plugin->extra, text + used, (size_t)(length - used));
        memcpy(self->plugin->edit, self->plugin->process, sizeof self->plugin->edit);
    } else {
        self->plugin->faults++;
    }
    return kResultOk;
}

static int32_t get_state(struct component *face, struct stream *stream)
{
    SELF(component);
    char text[1 << 17];
    if (!stream)
        would_end_host("a state is written into nothing");
    int32_t length = sprintf(text, "track %d fader %f focal %f;", self->plugin->number, self->plugin->process[0], self->plugin->process[1]);
    memcpy(text + length, self->plugin->extra, (size_t)self->plugin->extra_length);
    stream->calls->write(stream, text, length + self->plugin->extra_length, NULL);
    return kResultOk;
}

static const struct component_table component_calls = {
    component_query, component_add_ref, component_release, initialize, terminate, controller_class, io_mode, bus_count, bus_info, routing,
    activate_bus, set_active, set_state, get_state,
};

static int32_t set_arrangements(struct processor *face, uint64_t *in, int32_t ins, uint64_t *out, int32_t outs) { return (void)face, (void)in, (void)ins, (void)out, (void)outs, kResultOk; }

static int32_t arrangement(struct processor *face, int32_t direction, int32_t index, uint64_t *result)
{
    (void)face, (void)direction, (void)index;
    *result = kSpeakerStereo;
    return kResultOk;
}

static int32_t sample_size(struct processor *face, int32_t size) { return (void)face, size == kSample32 ? kResultOk : kResultFalse; }
static uint32_t none(struct processor *face) { return (void)face, 0; }

static int32_t set_up(struct processor *face, struct process_setup *setup)
{
    SELF(processor);
    if (!self->has_host)
        would_end_host("a set-up before initialize");
    self->plugin->sample_rate = setup->sample_rate;
    self->plugin->longest = setup->maximum_frames;
    self->plugin->is_over = setup->maximum_frames == 0;
    return kResultOk;
}

static int32_t set_processing(struct processor *face, uint8_t state) { return (void)face, (void)state, kResultOk; }

static void take_parameter(struct plugin *plugin, uint32_t id, double value)
{
    plugin->process[id - FIRST_PARAMETER] = plugin->edit[id - FIRST_PARAMETER] = value;
}

/* One start index for all queues; returns the next frame to stop at, or -1 where an id is unknown. */
static int32_t take_events(struct stand_in_processor *self)
{
    struct parameter_changes *changes = self->data->input_changes;
    int32_t next = self->data->frames;
    int32_t queues = changes ? changes->calls->getParameterCount(changes) : 0;
    for (int32_t i = 0; i < queues; i++) {
        struct value_queue *queue = changes->calls->getParameterData(changes, i);
        if (!queue)
            continue;
        int32_t points = queue->calls->getPointCount(queue);
        uint32_t id = queue->calls->getParameterId(queue);
        if (id < FIRST_PARAMETER || id >= FIRST_PARAMETER + PARAMETERS)
            return -1;
        for (int32_t point = self->start_event; point < points; point++) {
            int32_t frame;
            double value;
            if (queue->calls->getPoint(queue, point, &frame, &value) != kResultOk)
                continue;
            if (frame == 0) {
                take_parameter(self->plugin, id, value);
            } else if (frame > self->event_frame) {
                take_parameter(self->plugin, id, value);
                next = frame + 1;
                self->start_event = point + 1;
                break;
            }
        }
    }
    return self->event_frame = next;
}

/* As the plug-in reads a port: two pointers that are the same are one channel. */
static void play(struct plugin *plugin, float **in, float **out, int32_t frames)
{
    int32_t inputs = !in || !in[0] ? 0 : in[1] == in[0] ? 1 : 2, outputs = !out || !out[0] ? 0 : out[1] == out[0] ? 1 : 2;
    if ((inputs == 2 && (uintptr_t)in[1] < 4096) || (outputs == 2 && (uintptr_t)out[1] < 4096))
        would_end_host("a channel that the host never gave is touched");
    for (int32_t channel = 0; channel < outputs; channel++)
        for (int32_t i = 0; i < frames; i++)
            out[channel][i] = inputs == 0 ? 0 : in[channel < inputs ? channel : 0][i] * (float)plugin->process[0];
}

static int32_t process(struct processor *face, struct process_data *data)
{
    SELF(processor);
    if (!self->has_host)
        would_end_host("a block before initialize");
    self->start_event = self->event_frame = 0;
    self->data = data;
    if (!data->context) {
        self->plugin->faults++;
        return kResultOk;
    }
    if (data->input_count == 0 && data->output_count == 0)
        return kResultOk;
    if (!data->inputs || !data->outputs) {
        self->plugin->faults++;
        return kResultOk;
    }
    int32_t next;
    do
        next = take_events(self);
    while (next >= 0 && next < data->frames);
    self->plugin->faults += next < 0;
    self->plugin->blocks += data->frames > 0;
    play(self->plugin, data->inputs[0].channels, data->outputs[0].channels, data->frames);
    return kResultOk;
}

static const struct processor_table processor_calls = {
    processor_query, processor_add_ref, processor_release, set_arrangements, arrangement, sample_size, none, set_up, set_processing, process, none,
};

static int32_t connect_to(struct connection *face, struct connection *other)
{
    SELF(connection);
    self->peer = other;
    return kResultOk;
}

static int32_t disconnect(struct connection *face, struct connection *other)
{
    SELF(connection);
    (void)other;
    self->peer = NULL;
    return kResultOk;
}

static int32_t notify(struct connection *face, struct message *message)
{
    SELF(connection);
    int64_t value = 0;
    if (!message)
        return kResultOk;
    struct attribute_list *attributes = message->calls->getAttributes(message);
    if (!attributes)
        would_end_host("a message without attributes");
    if (attributes->calls->getInt(attributes, "AudioPlugSharpControllerPtr", &value) != kResultOk)
        return kResultOk;
    controller_take((struct stand_in_controller *)(intptr_t)value, self->plugin);
    if (!self->has_host)
        would_end_host("a controller is connected before initialize");
    self->plugin->controller = (struct stand_in_controller *)(intptr_t)value;
    return kResultOk;
}

static const struct connection_table connection_calls = { connection_query, connection_add_ref, connection_release, connect_to, disconnect, notify };

struct component *processor_new(struct plugin *plugin, const char *class_of_controller)
{
    struct stand_in_processor *self = calloc(1, sizeof *self);
    self->component.calls = &component_calls;
    self->processor.calls = &processor_calls;
    self->connection.calls = &connection_calls;
    self->references = 1;
    self->plugin = plugin;
    memcpy(self->controller_class, class_of_controller, 16);
    InterlockedIncrement(&counts.processors);
    return &self->component;
}
