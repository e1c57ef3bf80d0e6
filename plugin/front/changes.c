/* The bridge shares one start index between all queues of a block, so of two parameters that are automated at once one loses its
   points; a queue of an id that it does not know costs it the block; and it drops the last points of a flush. FaderStager's
   parameters take effect once a block. So it gets one point for each known parameter: the last one, at the first frame. */

#include "parts.h"

static int32_t query(void *self, const GUID *id, void **result, const GUID *face)
{
    bool is_known = id && result && (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, face));
    if (result)
        *result = is_known ? self : NULL;
    return is_known ? kResultOk : kNoInterface;
}

static int32_t queue_query(struct value_queue *self, const GUID *id, void **result) { return query(self, id, result, &IID_ParamValueQueue); }
static int32_t changes_query(struct parameter_changes *self, const GUID *id, void **result) { return query(self, id, result, &IID_ParameterChanges); }

/* They live as long as the block, so nobody counts. */
static uint32_t queue_count(struct value_queue *self)
{
    (void)self;
    return 1;
}

static uint32_t changes_count(struct parameter_changes *self)
{
    (void)self;
    return 1;
}

static uint32_t queue_id(struct value_queue *self) { return OWNER(change, queue, self)->id; }

static int32_t queue_points(struct value_queue *self)
{
    (void)self;
    return 1;
}

static int32_t queue_point(struct value_queue *self, int32_t index, int32_t *frame, double *value)
{
    if (index != 0 || !frame || !value)
        return kInvalidArgument;
    *frame = 0;
    *value = OWNER(change, queue, self)->value;
    return kResultOk;
}

static int32_t queue_add(struct value_queue *self, int32_t frame, double value, int32_t *index)
{
    (void)self, (void)frame, (void)value, (void)index;
    return kNotImplemented;
}

static const struct value_queue_table queue_calls = { queue_query, queue_count, queue_count, queue_id, queue_points, queue_point, queue_add };

static int32_t changes_parameters(struct parameter_changes *self) { return OWNER(changes, changes, self)->count; }

static struct value_queue *changes_data(struct parameter_changes *self, int32_t index)
{
    struct changes *changes = OWNER(changes, changes, self);
    return index >= 0 && index < changes->count ? &changes->each[index].queue : NULL;
}

static struct value_queue *changes_add(struct parameter_changes *self, const uint32_t *id, int32_t *index)
{
    (void)self, (void)id, (void)index;
    return NULL;
}

static const struct parameter_changes_table changes_calls = { changes_query, changes_count, changes_count, changes_parameters, changes_data, changes_add };

static void keep(struct changes *changes, uint32_t id, double value)
{
    int32_t place = 0;
    while (place < changes->count && changes->each[place].id != id)
        place++;
    if (place == MOST_PARAMETERS)
        return;
    if (place == changes->count)
        changes->count++;
    changes->each[place] = (struct change){ { &queue_calls }, id, value < 0 ? 0 : value > 1 ? 1 : value };
}

struct parameter_changes *changes_take(struct changes *changes, struct parameter_changes *from_host)
{
    changes->changes.calls = &changes_calls;
    changes->count = 0;
    int32_t queues = from_host ? from_host->calls->getParameterCount(from_host) : 0;
    for (int32_t i = 0; i < queues; i++) {
        struct value_queue *queue = from_host->calls->getParameterData(from_host, i);
        if (!queue)
            continue;
        uint32_t id = queue->calls->getParameterId(queue);
        int32_t points = queue->calls->getPointCount(queue), frame;
        double value;
        if (parameters_have(id) && points > 0 && queue->calls->getPoint(queue, points - 1, &frame, &value) == kResultOk && value == value)
            keep(changes, id, value);
    }
    return changes->count > 0 ? &changes->changes : NULL;
}
