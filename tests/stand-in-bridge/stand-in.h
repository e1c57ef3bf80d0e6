/* A stand-in for AudioPlugSharp's bridge with a plug-in behind it, written for these tests from its documented behaviour. It gets wrong
   what the real one gets wrong: which track a processor gets, null contexts, flushes, arrangements, streams. Where the real one would
   end the host, this one ends the test. */
#ifndef STAND_IN_H
#define STAND_IN_H

#include "../../plugin/front/vst3.h"

enum { PARAMETERS = 3, FIRST_PARAMETER = 128, FADER = 128, FOCAL = 129, READING = 130 };

#define OWNER(object, face, pointer) CONTAINING_RECORD(pointer, struct object, face)

struct stand_in_controller;
struct stand_in_processor;

/* What the managed plug-in is to the bridge. Never freed: .NET does that when nobody looks. */
struct plugin {
    int32_t number;
    double process[PARAMETERS], edit[PARAMETERS];
    int32_t is_started, is_over, blocks, faults, longest;
    double sample_rate;
    uint8_t extra[1 << 16]; /* what a state holds beyond the values */
    int32_t extra_length;
    /* What the bridge's managed host object holds. */
    struct stand_in_controller *controller;
};

/* What the tests ask of it, by exported functions. */
struct stand_in_counts {
    LONG factories, processors, controllers, views; /* alive */
    int32_t tracks;                                 /* started, and not told that it is over */
};

/* Ends the test: the real bridge would have ended the host. */
void would_end_host(const char *how);

struct plugin *plugin_new(void);
extern struct stand_in_counts counts;

struct component *processor_new(struct plugin *plugin, const char *controller_class);
struct controller *controller_new(struct plugin *plugin);

/* By the message: the controller gets the processor's track. */
void controller_take(struct stand_in_controller *controller, struct plugin *plugin);
void controller_edit(struct stand_in_controller *controller, uint32_t id, double value);
struct view *view_new(void);

#endif
