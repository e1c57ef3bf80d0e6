/* The part of VST3's binary interface that the native test host uses, on 64-bit Windows: tables of functions in their
   published order, structures with their published sizes. Names as in the interface's own documents. */
#ifndef NATIVE_HOST_VST3_H
#define NATIVE_HOST_VST3_H

#include <stdint.h>
#include <windows.h>

/* On Windows an interface's name has the layout of a GUID. */
#define INTERFACE_ID(name, a, b, c, d) \
    static const GUID name = { a, (b) >> 16, (b) & 0xFFFF, \
        { ((c) >> 24) & 0xFF, ((c) >> 16) & 0xFF, ((c) >> 8) & 0xFF, (c) & 0xFF, ((d) >> 24) & 0xFF, ((d) >> 16) & 0xFF, ((d) >> 8) & 0xFF, (d) & 0xFF } }

INTERFACE_ID(IID_Unknown, 0x00000000, 0x00000000, 0xC0000000, 0x00000046);
INTERFACE_ID(IID_Component, 0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);
INTERFACE_ID(IID_AudioProcessor, 0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);
INTERFACE_ID(IID_EditController, 0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);
INTERFACE_ID(IID_ComponentHandler, 0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);

enum { kResultOk = 0, kSpeakerStereo = 3, kPlaying = 1 << 1 };

#define UNKNOWN(self) \
    int32_t (*queryInterface)(self *, const GUID *, void **); \
    uint32_t (*addRef)(self *); \
    uint32_t (*release)(self *)

struct class_info {
    char id[16];
    int32_t cardinality;
    char category[32];
    char name[64];
};

struct factory {
    const struct factory_table {
        UNKNOWN(struct factory);
        int32_t (*getFactoryInfo)(struct factory *, void *);
        int32_t (*countClasses)(struct factory *);
        int32_t (*getClassInfo)(struct factory *, int32_t, struct class_info *);
        int32_t (*createInstance)(struct factory *, const char *, const GUID *, void **);
    } *calls;
};

struct component {
    const struct component_table {
        UNKNOWN(struct component);
        int32_t (*initialize)(struct component *, void *);
        int32_t (*terminate)(struct component *);
        int32_t (*getControllerClassId)(struct component *, char *);
        int32_t (*setIoMode)(struct component *, int32_t);
        int32_t (*getBusCount)(struct component *, int32_t, int32_t);
        int32_t (*getBusInfo)(struct component *, int32_t, int32_t, int32_t, void *);
        int32_t (*getRoutingInfo)(struct component *, void *, void *);
        int32_t (*activateBus)(struct component *, int32_t, int32_t, int32_t, uint8_t);
        int32_t (*setActive)(struct component *, uint8_t);
        int32_t (*setState)(struct component *, void *);
        int32_t (*getState)(struct component *, void *);
    } *calls;
};

struct process_setup {
    int32_t mode, sample_size, maximum_frames;
    double sample_rate;
};

struct bus_buffers {
    int32_t channel_count;
    uint64_t silence;
    float **channels;
};

struct process_context {
    uint32_t state;
    double sample_rate;
    int64_t project_frames;
    char rest[88];
};

struct process_data {
    int32_t mode, sample_size, frames, input_count, output_count;
    struct bus_buffers *inputs, *outputs;
    void *input_changes, *output_changes, *input_events, *output_events;
    struct process_context *context;
};

_Static_assert(sizeof(struct class_info) == 116 && sizeof(struct process_setup) == 24 && sizeof(struct bus_buffers) == 24, "published sizes");
_Static_assert(sizeof(struct process_context) == 112 && sizeof(struct process_data) == 80, "published sizes");

struct processor {
    const struct processor_table {
        UNKNOWN(struct processor);
        int32_t (*setBusArrangements)(struct processor *, uint64_t *, int32_t, uint64_t *, int32_t);
        int32_t (*getBusArrangement)(struct processor *, int32_t, int32_t, uint64_t *);
        int32_t (*canProcessSampleSize)(struct processor *, int32_t);
        uint32_t (*getLatency)(struct processor *);
        int32_t (*setupProcessing)(struct processor *, struct process_setup *);
        int32_t (*setProcessing)(struct processor *, uint8_t);
        int32_t (*process)(struct processor *, struct process_data *);
        uint32_t (*getTail)(struct processor *);
    } *calls;
};

struct view_rect {
    int32_t left, top, right, bottom;
};

struct view {
    const struct view_table {
        UNKNOWN(struct view);
        int32_t (*isPlatformTypeSupported)(struct view *, const char *);
        int32_t (*attached)(struct view *, void *, const char *);
        int32_t (*removed)(struct view *);
        int32_t (*onWheel)(struct view *, float);
        int32_t (*onKeyDown)(struct view *, uint16_t, int16_t, int16_t);
        int32_t (*onKeyUp)(struct view *, uint16_t, int16_t, int16_t);
        int32_t (*getSize)(struct view *, struct view_rect *);
        int32_t (*onSize)(struct view *, struct view_rect *);
        int32_t (*onFocus)(struct view *, uint8_t);
        int32_t (*setFrame)(struct view *, void *);
        int32_t (*canResize)(struct view *);
        int32_t (*checkSizeConstraint)(struct view *, struct view_rect *);
    } *calls;
};

struct controller {
    const struct controller_table {
        UNKNOWN(struct controller);
        int32_t (*initialize)(struct controller *, void *);
        int32_t (*terminate)(struct controller *);
        int32_t (*setComponentState)(struct controller *, void *);
        int32_t (*setState)(struct controller *, void *);
        int32_t (*getState)(struct controller *, void *);
        int32_t (*getParameterCount)(struct controller *);
        int32_t (*getParameterInfo)(struct controller *, int32_t, void *);
        int32_t (*getParamStringByValue)(struct controller *, uint32_t, double, WCHAR *);
        int32_t (*getParamValueByString)(struct controller *, uint32_t, WCHAR *, double *);
        double (*normalizedParamToPlain)(struct controller *, uint32_t, double);
        double (*plainParamToNormalized)(struct controller *, uint32_t, double);
        double (*getParamNormalized)(struct controller *, uint32_t);
        int32_t (*setParamNormalized)(struct controller *, uint32_t, double);
        int32_t (*setComponentHandler)(struct controller *, void *);
        struct view *(*createView)(struct controller *, const char *);
    } *calls;
};

struct handler_table;
struct handler {
    const struct handler_table *calls;
    LONG performed; /* performEdit calls so far */
    DWORD thread;   /* the thread of the last one */
};

struct handler_table {
    UNKNOWN(struct handler);
    int32_t (*beginEdit)(struct handler *, uint32_t);
    int32_t (*performEdit)(struct handler *, uint32_t, double);
    int32_t (*endEdit)(struct handler *, uint32_t);
    int32_t (*restartComponent)(struct handler *, int32_t);
};

#endif
