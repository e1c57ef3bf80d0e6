/* Blocks, flushes, arrangements, streams and calls that no host should make. */

#include <math.h>

#include "edition.h"

static struct instance one;
static float in[2][FRAMES], out[2][FRAMES];
static struct process_context position = { kPlaying, RATE, 4800, { 0 } };

static void fresh_sound(void)
{
    for (int i = 0; i < FRAMES; i++) {
        in[0][i] = (float)(i + 1) / 512;
        in[1][i] = -in[0][i];
        out[0][i] = out[1][i] = 9;
    }
}

static int passes(void) { return memcmp(in, out, sizeof in) == 0; }
static double shown(uint32_t id) { return one.controller->calls->getParamNormalized(one.controller, id); }

static void open_one(void)
{
    const struct manner usual = { "", 0, 0, 0, 0, NULL };
    make_instances(&one, 1, &usual);
    start_instance(&one);
    fresh_sound();
}

static void close_one(void)
{
    release_controller(&one);
    release_processor(&one);
}

static void check_blocks(void)
{
    open_one();
    expect(play(one.processor, &position, NULL, in, out) == kResultOk && passes(), "a block passes");
    fresh_sound();
    expect(play(one.processor, NULL, NULL, in, out) == kResultOk && passes(), "a block without a context passes");
    const struct points fader = { FADER, 1, { 0 }, { 0.5 } };
    play(one.processor, NULL, changes_of(&fader, 1), in, out);
    expect(out[0][10] == in[0][10] * 0.5f && shown(FADER) == 0.5, "automation in a block without a context counts");
    const struct points two[] = { { FADER, 3, { 0, 100, 200 }, { 0.1, 0.2, 0.3 } }, { FOCAL, 2, { 10, 20 }, { 0.6, 1 } } };
    play(one.processor, &position, changes_of(two, 2), in, out);
    expect(shown(FADER) == 0.3 && shown(FOCAL) == 1, "two parameters automated in one block both end where they should");

    const struct points flushed[] = { { FADER, 2, { 5, 6 }, { 0.7, 0.8 } }, { FOCAL, 1, { 3 }, { 0 } } };
    flush(one.processor, changes_of(flushed, 2));
    expect(shown(FADER) == 0.8 && shown(FOCAL) == 0, "a flush without buses reaches the values");
    struct bus_buffers no_channels = { 0, 0, NULL };
    struct process_data empty = { 0, kSample32, 0, 1, 1, &no_channels, &no_channels, changes_of(two, 1), NULL, NULL, NULL, NULL };
    expect(one.processor->calls->process(one.processor, &empty) == kResultOk && shown(FADER) == 0.3, "a flush of 0 frames with buses reaches the values");
    one.component->calls->setActive(one.component, 0);
    flush(one.processor, changes_of(flushed, 1));
    expect(shown(FADER) == 0.8, "a flush while it is switched off reaches the values");
    fresh_sound();
    expect(play(one.processor, &position, NULL, in, out) == kResultOk && passes(), "sound passes while it is switched off");
    one.component->calls->setActive(one.component, 1);

    const struct points full = { FADER, 1, { 0 }, { 1 } };
    const struct points odd[] = { { 127, 1, { 0 }, { 0.5 } }, { 4000000000u, 1, { 0 }, { 0.5 } }, { FADER, -1, { 0 }, { 0 } }, { FADER, 0, { 0 }, { 0 } },
        { FOCAL, 1, { 0 }, { NAN } }, { FADER, 1, { 0 }, { 7 } }, { FOCAL, 1, { 0 }, { -INFINITY } } };
    flush(one.processor, changes_of(&full, 1));
    fresh_sound();
    expect(play(one.processor, &position, changes_of(odd, 7), in, out) == kResultOk && passes() && shown(FADER) == 1 && shown(FOCAL) == 0, "unknown parameters, missing queues and odd values do no harm");
    struct process_data data = { 0, kSample32, FRAMES, 0, 1, NULL, NULL, changes_of(&fader, 1), NULL, NULL, NULL, &position };
    float *outs[2] = { out[0], out[1] };
    struct bus_buffers output = { 2, 0, outs };
    data.outputs = &output;
    expect(one.processor->calls->process(one.processor, &data) == kResultOk && out[0][5] == 0 && out[1][9] == 0 && output.silence == 3 && shown(FADER) == 0.5, "without an input there is silence, and the values count");
    flush(one.processor, changes_of(&full, 1));
    close_one();
}

static int accepts(uint64_t input, uint64_t output) { return one.processor->calls->setBusArrangements(one.processor, &input, 1, &output, 1) == kResultOk; }

static int tells(uint64_t arrangement, int32_t channels)
{
    int right = 1;
    for (int32_t direction = kInput; direction <= kOutput; direction++) {
        uint64_t told = 0;
        struct bus_info info;
        right &= one.processor->calls->getBusArrangement(one.processor, direction, 0, &told) == kResultOk && told == arrangement;
        right &= one.component->calls->getBusInfo(one.component, kAudio, direction, 0, &info) == kResultOk && info.channel_count == channels;
    }
    return right;
}

static void check_arrangements(void)
{
    open_one();
    one.component->calls->setActive(one.component, 0);
    expect(tells(kSpeakerStereo, 2) && one.component->calls->getBusCount(one.component, 1, kInput) == 0, "it begins with two channels and no events");
    expect(!accepts(kSpeakerMono, kSpeakerStereo) && !accepts(0x3F, 0x3F) && !accepts(0, 0) && tells(kSpeakerStereo, 2), "arrangements it cannot do are refused, and the one before holds");
    expect(accepts(kSpeakerMono, kSpeakerMono) && tells(kSpeakerMono, 1), "one channel is taken and told");
    one.component->calls->setActive(one.component, 1);
    expect(!accepts(kSpeakerStereo, kSpeakerStereo) && tells(kSpeakerMono, 1), "more channels are refused while blocks run");
    /* What lies behind a mono host's one pointer is not the plug-in's to touch. */
    float *ins[2] = { in[0], (float *)(uintptr_t)0x40 }, *outs[2] = { out[0], (float *)(uintptr_t)0x40 };
    struct bus_buffers input = { 1, 1, ins }, output = { 1, 0, outs };
    struct process_data data = { 0, kSample32, FRAMES, 1, 1, &input, &output, NULL, NULL, NULL, NULL, &position };
    fresh_sound();
    expect(one.processor->calls->process(one.processor, &data) == kResultOk && memcmp(in[0], out[0], sizeof in[0]) == 0 && out[1][0] == 9 && output.silence == 1, "a mono block touches one channel, and silence stays told");
    float *doubled[2] = { out[0], out[1] };
    struct bus_buffers wide = { 2, 0, doubled };
    input.silence = 0;
    data.outputs = &wide;
    fresh_sound();
    expect(one.processor->calls->process(one.processor, &data) == kResultOk && memcmp(in[0], out[1], sizeof in[0]) == 0, "an output beyond the track's channels repeats it");
    one.component->calls->setActive(one.component, 0);
    expect(accepts(kSpeakerStereo, kSpeakerStereo) && tells(kSpeakerStereo, 2), "and two channels again");
    one.component->calls->setActive(one.component, 1);
    float *crossed[2] = { in[1], in[0] };
    float first = in[0][7], second = in[1][7];
    float *straight[2] = { in[0], in[1] };
    struct bus_buffers from = { 2, 0, straight }, into = { 2, 0, crossed };
    data.inputs = &from, data.outputs = &into;
    expect(one.processor->calls->process(one.processor, &data) == kResultOk && in[1][7] == first && in[0][7] == second, "crossed channels in place come out right");
    close_one();
}

static void check_streams(void)
{
    static struct host_stream saved, read;
    static char text[40000];
    open_one();
    int length = sprintf(text, "track 0 fader 0.375 focal 1;");
    for (; length < 30000; length++)
        text[length] = (char)('a' + length % 26);
    stream_over(&read, text, length, 7);
    expect(one.component->calls->setState(one.component, &read.stream) == kResultOk && shown(FADER) == 0.375, "a state is read from a stream that gives 7 bytes at a time");
    stream_over(&saved, NULL, 0, 1000);
    expect(one.component->calls->getState(one.component, &saved.stream) == kResultOk && saved.length > 29000 && strcmp(strchr(saved.bytes, ';'), strchr(text, ';')) == 0, "and written, whole, into one that takes 1000");
    saved.fails = 1;
    expect(one.component->calls->getState(one.component, &saved.stream) == kResultFalse, "a stream that cannot be written is told");
    read.fails = 1;
    expect((one.component->calls->setState(one.component, &read.stream), shown(FADER) == 0.375), "a stream that cannot be read changes nothing");
    close_one();
}

static void check_order(void)
{
    struct process_setup setup = { 0, kSample32, FRAMES, RATE }, wrong[] = { { 0, kSample64, FRAMES, RATE }, { 0, kSample32, 0, RATE }, { 0, kSample32, FRAMES, NAN } };
    struct component *component = make_processor();
    struct controller *controller = make_controller();
    struct processor *processor;
    struct connection *of_processor, *of_controller;
    component->calls->queryInterface(component, &IID_AudioProcessor, (void **)&processor);
    component->calls->queryInterface(component, &IID_ConnectionPoint, (void **)&of_processor);
    controller->calls->queryInterface(controller, &IID_ConnectionPoint, (void **)&of_controller);
    fresh_sound();
    expect(processor->calls->setupProcessing(processor, &setup) == kNotInitialized && component->calls->setActive(component, 1) == kNotInitialized
        && component->calls->terminate(component) == kNotInitialized && play(processor, &position, NULL, in, out) == kNotInitialized && passes(), "calls before initialize are refused, and sound passes");
    expect(of_controller->calls->connect(of_controller, of_processor) == kResultOk && of_processor->calls->connect(of_processor, of_controller) == kResultOk
        && controller->calls->initialize(controller, NULL) == kResultOk && component->calls->initialize(component, NULL) == kResultOk, "halves may be connected before they are initialized");
    const struct points fader = { FADER, 1, { 0 }, { 0.125 } };
    flush(processor, changes_of(&fader, 1));
    expect(controller->calls->getParamNormalized(controller, FADER) == 0.125, "and belong together all the same");
    expect(component->calls->initialize(component, NULL) == kResultFalse && controller->calls->initialize(controller, NULL) == kResultFalse, "a second initialize is refused");
    expect(component->calls->setActive(component, 1) == kResultOk && play(processor, &position, NULL, in, out) == kResultOk, "it may be switched on without a set-up");
    int refused = 0;
    for (int i = 0; i < 3; i++)
        refused += processor->calls->setupProcessing(processor, &wrong[i]) == kInvalidArgument;
    expect(refused == 3 && processor->calls->setupProcessing(processor, &setup) == kResultOk, "a set-up while it is switched on is taken, one that cannot be is refused");
    component->calls->terminate(component);
    expect(component->calls->initialize(component, NULL) == kResultOk && component->calls->setActive(component, 1) == kResultOk, "it may be initialized again");
    struct context_requirements *needs = NULL;
    expect(component->calls->queryInterface(component, &IID_ProcessContextRequirements, (void **)&needs) == kResultOk && (needs->calls->getProcessContextRequirements(needs) & kNeedTransportState), "it asks for the transport");
    needs->calls->release(needs);
    of_processor->calls->release(of_processor);
    of_controller->calls->release(of_controller);
    processor->calls->release(processor);
    expect(component->calls->release(component) == 0 && controller->calls->release(controller) == 0, "nobody holds them");
}

static void check_nonsense(void)
{
    WCHAR text[128];
    double value;
    void *object;
    struct class_info info;
    struct parameter_info parameter;
    open_one();
    expect(factory->calls->getClassInfo(factory, 99, &info) != kResultOk && factory->calls->getClassInfo(factory, 0, NULL) != kResultOk && factory->calls->getFactoryInfo(factory, NULL) != kResultOk
        && factory->calls->createInstance(factory, "no class of ours", &IID_Component, &object) != kResultOk && !object && factory->calls->createInstance(factory, NULL, NULL, NULL) != kResultOk, "the factory refuses nonsense");
    struct process_data broken = { 0, kSample64, FRAMES, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL }, negative = { 0, kSample32, -1, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL },
        hollow = { 0, kSample32, FRAMES, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL };
    expect(one.processor->calls->process(one.processor, NULL) == kInvalidArgument && one.processor->calls->process(one.processor, &broken) == kInvalidArgument
        && one.processor->calls->process(one.processor, &negative) == kInvalidArgument && one.processor->calls->process(one.processor, &hollow) == kResultOk, "the processor refuses nonsense");
    expect(one.processor->calls->setBusArrangements(one.processor, NULL, 1, NULL, 1) == kInvalidArgument && one.component->calls->getState(one.component, NULL) == kInvalidArgument
        && one.component->calls->setState(one.component, NULL) == kInvalidArgument && one.component->calls->getBusInfo(one.component, kAudio, kInput, 0, NULL) == kInvalidArgument
        && one.of_processor->calls->notify(one.of_processor, NULL) == kInvalidArgument && one.of_controller->calls->connect(one.of_controller, NULL) == kInvalidArgument, "null pointers are refused");
    struct controller *controller = one.controller;
    expect(controller->calls->setParamNormalized(controller, 500, 0.5) == kInvalidArgument && controller->calls->setParamNormalized(controller, FADER, NAN) == kInvalidArgument && controller->calls->getParamNormalized(controller, 127) == 0
        && controller->calls->getParamStringByValue(controller, 500, 0, text) == kInvalidArgument && controller->calls->getParamStringByValue(controller, FADER, 0, NULL) == kInvalidArgument
        && controller->calls->getParamValueByString(controller, FADER, L"-6", &value) == kResultFalse && controller->calls->getParameterInfo(controller, 3, &parameter) == kInvalidArgument, "the controller refuses parameters that are not there, and text");
    struct view *view = controller->calls->createView(controller, "editor");
    struct view_rect none = { 0, 0, 0, 0 };
    int window;
    expect(!controller->calls->createView(controller, NULL) && !controller->calls->createView(controller, "other") && view && view->calls->onSize(view, NULL) == kInvalidArgument && view->calls->onSize(view, &none) == kInvalidArgument
        && view->calls->isPlatformTypeSupported(view, NULL) == kResultFalse && view->calls->removed(view) == kResultFalse && view->calls->attached(view, NULL, "HWND") == kInvalidArgument
        && view->calls->attached(view, &window, "HWND") == kResultOk && view->calls->attached(view, &window, "HWND") == kResultFalse, "the view refuses nonsense");
    expect(view->calls->release(view) == 0, "a view that goes while it is open is closed first");
    close_one();
}

void check_calls(void)
{
    check_blocks();
    check_arrangements();
    check_streams();
    check_order();
    check_nonsense();
}
