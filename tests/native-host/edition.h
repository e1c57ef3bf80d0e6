/* What the checks of the AudioPlugSharp edition share: a host's own objects, and instances of the edition. */
#ifndef EDITION_H
#define EDITION_H

#include <stdio.h>
#include <string.h>

#include "../stand-in-bridge/stand-in.h"

enum { INSTANCES = 40, FRAMES = 256, RATE = 48000 };

/* An instance as a host holds it. */
struct instance {
    struct component *component;
    struct processor *processor;
    struct controller *controller;
    struct connection *of_processor, *of_controller;
    struct handler handler;
};

/* How a host makes and connects its instances. */
struct manner {
    const char *name;
    int controllers_first, all_of_a_kind_first, controller_connects_first, through_proxies;
    struct unknown *context;
};

extern struct factory *factory;
extern int failures;

/* Prints "ok: NAME" or "FAILED: NAME" and counts the failures. */
void expect(int is_true, const char *name);

/* The host's context: one that makes messages (by the front's own code, for want of another), one that makes none. */
extern struct unknown *host_without_messages;

struct component *make_processor(void);
struct controller *make_controller(void);
void make_instances(struct instance *instances, int count, const struct manner *manner);
void start_instance(struct instance *instance);
void release_processor(struct instance *instance);
void release_controller(struct instance *instance);

/* One parameter's points, for a block. */
struct points {
    uint32_t id;
    int32_t count;
    int32_t frames[4];
    double values[4];
};
struct parameter_changes *changes_of(const struct points *points, int count);

/* A block of stereo sound with a context, or without one; returns what the call returned. */
int32_t play(struct processor *processor, struct process_context *context, struct parameter_changes *changes, float in[2][FRAMES], float out[2][FRAMES]);
int32_t flush(struct processor *processor, struct parameter_changes *changes);

/* A stream of the host's: reads and writes at most "step" bytes a call; 0 = all. */
struct host_stream {
    struct stream stream;
    char bytes[1 << 17];
    int32_t length, position, step, fails;
};
void stream_over(struct host_stream *stream, const char *text, int32_t length, int32_t step);

void check_life(void);  /* edition-life.c: 40 instances, orders of making and releasing */
void check_calls(void); /* edition-calls.c: blocks, flushes, arrangements, streams, bad calls */

#endif
