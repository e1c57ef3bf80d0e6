/* The part of VST3's binary interface that the front and the native test hosts use, on 64-bit Windows: tables of functions in
   their published order, structures with their published sizes. Names as in the interface's own documents. */
#ifndef FADERSTAGER_VST3_H
#define FADERSTAGER_VST3_H

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
INTERFACE_ID(IID_PluginBase, 0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625);
INTERFACE_ID(IID_PluginFactory, 0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F);
INTERFACE_ID(IID_PluginFactory2, 0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);
INTERFACE_ID(IID_PluginFactory3, 0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);
INTERFACE_ID(IID_ConnectionPoint, 0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1);
INTERFACE_ID(IID_Message, 0x936F033B, 0xC6C047DB, 0xBB0882F8, 0x13C1E613);
INTERFACE_ID(IID_AttributeList, 0x1E5F0AEB, 0xCC7F4533, 0xA2544011, 0x38AD5EE4);
INTERFACE_ID(IID_HostApplication, 0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);
INTERFACE_ID(IID_Stream, 0xC3BF6EA2, 0x30994752, 0x9B6BF990, 0x1EE33E9B);
INTERFACE_ID(IID_ParameterChanges, 0xA4779663, 0x0BB64A56, 0xB44384A8, 0x466FEB9D);
INTERFACE_ID(IID_ParamValueQueue, 0x01263A18, 0xED074F6F, 0x98C9D356, 0x4686F9BA);
INTERFACE_ID(IID_ProcessContextRequirements, 0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0);
INTERFACE_ID(IID_PlugView, 0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29);

enum { kResultOk = 0, kResultFalse = 1, kPlaying = 1 << 1, kNeedTransportState = 1 << 10 };
enum { kSample32 = 0, kSample64 = 1, kAudio = 0, kInput = 0, kOutput = 1, kDefaultActive = 1 };
enum { kSpeakerStereo = 3, kSpeakerMono = 1 << 19 };

/* On Windows failures have COM's numbers. */
#define kNoInterface ((int32_t)0x80004002)
#define kInvalidArgument ((int32_t)0x80070057)
#define kNotImplemented ((int32_t)0x80004001)
#define kInternalError ((int32_t)0x80004005)
#define kNotInitialized ((int32_t)0x8000FFFF)

#define kAudioModuleClass "Audio Module Class"
#define kControllerClass "Component Controller Class"

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

/* The start of every object. */
struct unknown {
    const struct unknown_table {
        UNKNOWN(struct unknown);
    } *calls;
};

struct factory {
    const struct factory_table {
        UNKNOWN(struct factory);
        int32_t (*getFactoryInfo)(struct factory *, void *);
        int32_t (*countClasses)(struct factory *);
        int32_t (*getClassInfo)(struct factory *, int32_t, struct class_info *);
        int32_t (*createInstance)(struct factory *, const char *, const GUID *, void **);
        /* IPluginFactory2 and 3. */
        int32_t (*getClassInfo2)(struct factory *, int32_t, void *);
        int32_t (*getClassInfoUnicode)(struct factory *, int32_t, void *);
        int32_t (*setHostContext)(struct factory *, struct unknown *);
    } *calls;
};

struct bus_info {
    int32_t media_type, direction, channel_count;
    WCHAR name[128];
    int32_t bus_type;
    uint32_t flags;
};

struct routing_info {
    int32_t media_type, bus, channel;
};

struct stream {
    const struct stream_table {
        UNKNOWN(struct stream);
        int32_t (*read)(struct stream *, void *, int32_t, int32_t *);
        int32_t (*write)(struct stream *, void *, int32_t, int32_t *);
        int32_t (*seek)(struct stream *, int64_t, int32_t, int64_t *);
        int32_t (*tell)(struct stream *, int64_t *);
    } *calls;
};

struct attribute_list {
    const struct attribute_list_table {
        UNKNOWN(struct attribute_list);
        int32_t (*setInt)(struct attribute_list *, const char *, int64_t);
        int32_t (*getInt)(struct attribute_list *, const char *, int64_t *);
        int32_t (*setFloat)(struct attribute_list *, const char *, double);
        int32_t (*getFloat)(struct attribute_list *, const char *, double *);
        int32_t (*setString)(struct attribute_list *, const char *, const WCHAR *);
        int32_t (*getString)(struct attribute_list *, const char *, WCHAR *, uint32_t);
        int32_t (*setBinary)(struct attribute_list *, const char *, const void *, uint32_t);
        int32_t (*getBinary)(struct attribute_list *, const char *, const void **, uint32_t *);
    } *calls;
};

struct message {
    const struct message_table {
        UNKNOWN(struct message);
        const char *(*getMessageID)(struct message *);
        void (*setMessageID)(struct message *, const char *);
        struct attribute_list *(*getAttributes)(struct message *);
    } *calls;
};

struct connection {
    const struct connection_table {
        UNKNOWN(struct connection);
        int32_t (*connect)(struct connection *, struct connection *);
        int32_t (*disconnect)(struct connection *, struct connection *);
        int32_t (*notify)(struct connection *, struct message *);
    } *calls;
};

struct host_application {
    const struct host_application_table {
        UNKNOWN(struct host_application);
        int32_t (*getName)(struct host_application *, WCHAR *);
        int32_t (*createInstance)(struct host_application *, const GUID *, const GUID *, void **);
    } *calls;
};

struct value_queue {
    const struct value_queue_table {
        UNKNOWN(struct value_queue);
        uint32_t (*getParameterId)(struct value_queue *);
        int32_t (*getPointCount)(struct value_queue *);
        int32_t (*getPoint)(struct value_queue *, int32_t, int32_t *, double *);
        int32_t (*addPoint)(struct value_queue *, int32_t, double, int32_t *);
    } *calls;
};

struct parameter_changes {
    const struct parameter_changes_table {
        UNKNOWN(struct parameter_changes);
        int32_t (*getParameterCount)(struct parameter_changes *);
        struct value_queue *(*getParameterData)(struct parameter_changes *, int32_t);
        struct value_queue *(*addParameterData)(struct parameter_changes *, const uint32_t *, int32_t *);
    } *calls;
};

struct context_requirements {
    const struct context_requirements_table {
        UNKNOWN(struct context_requirements);
        uint32_t (*getProcessContextRequirements)(struct context_requirements *);
    } *calls;
};

struct component {
    const struct component_table {
        UNKNOWN(struct component);
        int32_t (*initialize)(struct component *, struct unknown *);
        int32_t (*terminate)(struct component *);
        int32_t (*getControllerClassId)(struct component *, char *);
        int32_t (*setIoMode)(struct component *, int32_t);
        int32_t (*getBusCount)(struct component *, int32_t, int32_t);
        int32_t (*getBusInfo)(struct component *, int32_t, int32_t, int32_t, struct bus_info *);
        int32_t (*getRoutingInfo)(struct component *, struct routing_info *, struct routing_info *);
        int32_t (*activateBus)(struct component *, int32_t, int32_t, int32_t, uint8_t);
        int32_t (*setActive)(struct component *, uint8_t);
        int32_t (*setState)(struct component *, struct stream *);
        int32_t (*getState)(struct component *, struct stream *);
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
    struct parameter_changes *input_changes, *output_changes;
    void *input_events, *output_events;
    struct process_context *context;
};

_Static_assert(sizeof(struct class_info) == 116 && sizeof(struct process_setup) == 24 && sizeof(struct bus_buffers) == 24, "published sizes");
_Static_assert(sizeof(struct process_context) == 112 && sizeof(struct process_data) == 80 && sizeof(struct bus_info) == 276, "published sizes");

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

struct parameter_info {
    uint32_t id;
    WCHAR title[128], short_title[128], units[128];
    int32_t step_count;
    double initial;
    int32_t unit, flags;
};

struct controller {
    const struct controller_table {
        UNKNOWN(struct controller);
        int32_t (*initialize)(struct controller *, struct unknown *);
        int32_t (*terminate)(struct controller *);
        int32_t (*setComponentState)(struct controller *, struct stream *);
        int32_t (*setState)(struct controller *, struct stream *);
        int32_t (*getState)(struct controller *, struct stream *);
        int32_t (*getParameterCount)(struct controller *);
        int32_t (*getParameterInfo)(struct controller *, int32_t, struct parameter_info *);
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
