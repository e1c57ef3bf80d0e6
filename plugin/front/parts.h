/* The parts of the front, and what they know of one another. README.md tells what each is for. */
#ifndef FADERSTAGER_PARTS_H
#define FADERSTAGER_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "vst3.h"

/* Room for the edition's parameters; it has a dozen. */
#define MOST_PARAMETERS 64

/* A face is one interface of an object: this finds the object. */
#define OWNER(object, face, pointer) CONTAINING_RECORD(pointer, struct object, face)

/* The three functions that every face begins with, for an object with query, add_ref and release functions of its own. */
#define FACE(object, face, type) \
    static int32_t face##_query(type *pointer, const GUID *id, void **result) { return object##_query(OWNER(object, face, pointer), id, result); } \
    static uint32_t face##_add_ref(type *pointer) { return (uint32_t)InterlockedIncrement(&OWNER(object, face, pointer)->references); } \
    static uint32_t face##_release(type *pointer) { return object##_release(OWNER(object, face, pointer)); }

#define FACE_CALLS(face) face##_query, face##_add_ref, face##_release

/* Releases what may be null. */
#define RELEASE(pointer) \
    do { \
        if (pointer) \
            (pointer)->calls->release(pointer); \
    } while (0)

/* bridge.c: AudioPlugSharp's DLL beside this one. [ui] under the front's lock. */

/* Starts .NET and loads the bridge; false, and a line in the log, when that cannot be. What came of the first call holds. */
bool bridge_load(void);

/* A factory that no one else has, or NULL. The caller releases it. */
struct factory *bridge_new_factory(void);

/* factory.c: what the module exports. [ui] */
struct factory *front_factory(void);

/* parameters.c: the ids of the bridge's parameters. Read once, by a controller that is thrown away. */
void parameters_read(struct factory *factory, const char *controller_class);
bool parameters_have(uint32_t id); /* [any] */

/* changes.c: a block's automation as the bridge can take it: of each known parameter its last point, at the first frame. */
struct changes {
    struct parameter_changes changes;
    int32_t count;
    struct change {
        struct value_queue queue;
        uint32_t id;
        double value;
    } each[MOST_PARAMETERS];
};

/* [audio] Returns what to hand over: NULL when nothing is in it. The host's may be null. */
struct parameter_changes *changes_take(struct changes *changes, struct parameter_changes *from_host);

/* processor.c and controller.c: an object of the bridge's behind one of ours. They take over the caller's reference, and return an
   object with one reference, or NULL. [ui] */
struct component *front_processor(struct component *bridge);
struct controller *front_controller(struct controller *bridge);

/* While a controller is being connected on this thread, and so sends its message: the bridge's controller with a reference. Else NULL. */
struct controller *controller_connecting(void);

/* view.c: an editor of the bridge's behind one of ours. Takes over the caller's reference. [ui] */
struct view *front_view(struct view *bridge);

/* block.c: passes a block through the bridge, whatever the host handed over. */
struct block {
    struct changes changes;
    int64_t last_position;
    float scratch[3][1024];
};

/* [audio] The host's data is checked: 0 frames or more, of 32-bit floats. channels: 1 or 2, as negotiated. */
void block_process(struct block *block, struct processor *bridge, struct process_data *data, int32_t channels, double sample_rate);

/* [audio] Sound goes on while the bridge may not be called. */
void block_pass(struct process_data *data);

/* stream.c: a stream in memory. [ui] */
struct memory_stream {
    struct stream stream;
    volatile LONG references;
    uint8_t *bytes;
    int64_t length, position, capacity;
};

void stream_open(struct memory_stream *memory);
void stream_close(struct memory_stream *memory);

/* Everything that the host's stream holds, in as many reads as it takes; false when it cannot be read, is too long, or memory is short. */
bool stream_read_all(struct memory_stream *memory, struct stream *from);
bool stream_write_all(const struct memory_stream *memory, struct stream *to);

/* messages.c: the context that the bridge gets: the host's where it makes messages, else one of ours. [ui] */
struct unknown *messages_context(struct unknown *host);

#endif
