/* The host's blocks, automation and streams. */

#include "edition.h"

enum { MOST_QUEUES = 8 };

static struct host_queue {
    struct value_queue queue;
    struct points points;
} queues[MOST_QUEUES];
static int32_t queue_total;

static int32_t queue_query(struct value_queue *self, const GUID *id, void **result) { return (void)id, *result = self, kResultOk; }
static uint32_t queue_count(struct value_queue *self) { return (void)self, 1; }
static uint32_t queue_id(struct value_queue *self) { return OWNER(host_queue, queue, self)->points.id; }
static int32_t queue_points(struct value_queue *self) { return OWNER(host_queue, queue, self)->points.count; }
static int32_t queue_add(struct value_queue *self, int32_t frame, double value, int32_t *index) { return (void)self, (void)frame, (void)value, (void)index, kNotImplemented; }

static int32_t queue_point(struct value_queue *self, int32_t index, int32_t *frame, double *value)
{
    const struct points *points = &OWNER(host_queue, queue, self)->points;
    if (index < 0 || index >= points->count)
        return kInvalidArgument;
    *frame = points->frames[index];
    *value = points->values[index];
    return kResultOk;
}

static const struct value_queue_table queue_calls = { queue_query, queue_count, queue_count, queue_id, queue_points, queue_point, queue_add };

static int32_t changes_query(struct parameter_changes *self, const GUID *id, void **result) { return (void)id, *result = self, kResultOk; }
static uint32_t changes_count(struct parameter_changes *self) { return (void)self, 1; }
static int32_t changes_total(struct parameter_changes *self) { return (void)self, queue_total; }
static struct value_queue *changes_data(struct parameter_changes *self, int32_t index) { return (void)self, index < 0 || index >= queue_total || queues[index].points.count < 0 ? NULL : &queues[index].queue; }
static struct value_queue *changes_add(struct parameter_changes *self, const uint32_t *id, int32_t *index) { return (void)self, (void)id, (void)index, NULL; }
static const struct parameter_changes_table changes_calls = { changes_query, changes_count, changes_count, changes_total, changes_data, changes_add };
static struct parameter_changes changes = { &changes_calls };

struct parameter_changes *changes_of(const struct points *points, int count)
{
    queue_total = count;
    for (int i = 0; i < count; i++)
        queues[i] = (struct host_queue){ { &queue_calls }, points[i] };
    return &changes;
}

int32_t play(struct processor *processor, struct process_context *context, struct parameter_changes *automation, float in[2][FRAMES], float out[2][FRAMES])
{
    float *ins[2] = { in[0], in[1] }, *outs[2] = { out[0], out[1] };
    struct bus_buffers input = { 2, 0, ins }, output = { 2, 0, outs };
    struct process_data data = { 0, kSample32, FRAMES, 1, 1, &input, &output, automation, NULL, NULL, NULL, context };
    return processor->calls->process(processor, &data);
}

int32_t flush(struct processor *processor, struct parameter_changes *automation)
{
    struct process_data data = { 0, kSample32, 0, 0, 0, NULL, NULL, automation, NULL, NULL, NULL, NULL };
    return processor->calls->process(processor, &data);
}

static int32_t stream_query(struct stream *self, const GUID *id, void **result) { return (void)id, *result = self, kResultOk; }
static uint32_t stream_count(struct stream *self) { return (void)self, 1; }

static int32_t stream_read(struct stream *face, void *bytes, int32_t wanted, int32_t *got)
{
    struct host_stream *self = OWNER(host_stream, stream, face);
    if (self->fails)
        return kInternalError;
    int32_t left = self->length - self->position, taken = wanted < left ? wanted : left;
    taken = self->step > 0 && taken > self->step ? self->step : taken;
    memcpy(bytes, self->bytes + self->position, (size_t)taken);
    self->position += taken;
    if (got)
        *got = taken;
    return kResultOk;
}

static int32_t stream_write(struct stream *face, void *bytes, int32_t count, int32_t *written)
{
    struct host_stream *self = OWNER(host_stream, stream, face);
    if (self->fails)
        return kInternalError;
    int32_t taken = self->step > 0 && count > self->step ? self->step : count;
    memcpy(self->bytes + self->position, bytes, (size_t)taken);
    self->position += taken;
    self->length = self->position;
    if (written)
        *written = taken;
    return kResultOk;
}

static int32_t stream_seek(struct stream *face, int64_t offset, int32_t from, int64_t *result) { return (void)face, (void)offset, (void)from, (void)result, kNotImplemented; }
static int32_t stream_tell(struct stream *face, int64_t *position) { return (void)face, (void)position, kNotImplemented; }
static const struct stream_table stream_calls = { stream_query, stream_count, stream_count, stream_read, stream_write, stream_seek, stream_tell };

void stream_over(struct host_stream *stream, const char *text, int32_t length, int32_t step)
{
    memset(stream, 0, sizeof *stream);
    stream->stream.calls = &stream_calls;
    if (text)
        memcpy(stream->bytes, text, (size_t)length);
    stream->length = text ? length : 0;
    stream->step = step;
}
