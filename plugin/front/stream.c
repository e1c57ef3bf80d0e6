/* The bridge takes a read that is shorter than it asked for as the end, does not look whether a read failed, and writes once. Hosts'
   streams may do all of that. So it gets one in memory. */

#include <stdlib.h>
#include <string.h>

#include "parts.h"

/* Far above any state: a few hundred kB. */
#define LONGEST_STATE (64 << 20)

static int32_t memory_stream_query(struct memory_stream *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    bool is_known = id && (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_Stream));
    *result = is_known ? &self->stream : NULL;
    if (is_known)
        InterlockedIncrement(&self->references);
    return is_known ? kResultOk : kNoInterface;
}

/* It stands in its maker's frame, and the bridge keeps none. */
static uint32_t memory_stream_release(struct memory_stream *self) { return (uint32_t)InterlockedDecrement(&self->references); }

FACE(memory_stream, stream, struct stream)

static int32_t stream_read(struct stream *face, void *bytes, int32_t wanted, int32_t *got)
{
    struct memory_stream *self = OWNER(memory_stream, stream, face);
    int64_t left = self->length - self->position;
    int32_t taken = wanted < 0 || left <= 0 ? 0 : left < wanted ? (int32_t)left : wanted;
    if (got)
        *got = taken;
    if (!bytes)
        return kInvalidArgument;
    memcpy(bytes, self->bytes + self->position, (size_t)taken);
    self->position += taken;
    return kResultOk;
}

static int32_t stream_write(struct stream *face, void *bytes, int32_t count, int32_t *written)
{
    struct memory_stream *self = OWNER(memory_stream, stream, face);
    if (written)
        *written = 0;
    if (!bytes || count < 0)
        return kInvalidArgument;
    int64_t end = self->position + count;
    if (end > LONGEST_STATE)
        return kInternalError;
    if (end > self->capacity) {
        int64_t capacity = end * 2 + 4096;
        uint8_t *larger = realloc(self->bytes, (size_t)capacity);
        if (!larger)
            return kInternalError;
        memset(larger + self->capacity, 0, (size_t)(capacity - self->capacity));
        self->bytes = larger;
        self->capacity = capacity;
    }
    memcpy(self->bytes + self->position, bytes, (size_t)count);
    self->position = end;
    self->length = end > self->length ? end : self->length;
    if (written)
        *written = count;
    return kResultOk;
}

static int32_t stream_seek(struct stream *face, int64_t offset, int32_t from, int64_t *result)
{
    struct memory_stream *self = OWNER(memory_stream, stream, face);
    int64_t target = offset + (from == 1 ? self->position : from == 2 ? self->length : 0);
    if (from < 0 || from > 2 || target < 0 || target > LONGEST_STATE)
        return kInvalidArgument;
    self->position = target;
    if (result)
        *result = target;
    return kResultOk;
}

static int32_t stream_tell(struct stream *face, int64_t *position)
{
    if (!position)
        return kInvalidArgument;
    *position = OWNER(memory_stream, stream, face)->position;
    return kResultOk;
}

static const struct stream_table stream_calls = { FACE_CALLS(stream), stream_read, stream_write, stream_seek, stream_tell };

void stream_open(struct memory_stream *memory)
{
    *memory = (struct memory_stream){ { &stream_calls }, 1, NULL, 0, 0, 0 };
}

void stream_close(struct memory_stream *memory)
{
    free(memory->bytes);
    memory->bytes = NULL;
}

bool stream_read_all(struct memory_stream *memory, struct stream *from)
{
    uint8_t piece[4096];
    for (;;) {
        int32_t got = 0;
        bool is_read = from->calls->read(from, piece, sizeof piece, &got) == kResultOk;
        if (!is_read && memory->length == 0)
            return false;
        /* Some hosts say at the end that they could not read. */
        if (!is_read || got <= 0)
            break;
        if (got > (int32_t)sizeof piece || stream_write(&memory->stream, piece, got, NULL) != kResultOk)
            return false;
    }
    memory->position = 0;
    return true;
}

bool stream_write_all(const struct memory_stream *memory, struct stream *to)
{
    for (int64_t done = 0; done < memory->length;) {
        int32_t left = (int32_t)(memory->length - done), written = 0;
        if (to->calls->write(to, memory->bytes + done, left, &written) != kResultOk || written <= 0 || written > left)
            return false;
        done += written;
    }
    return true;
}
