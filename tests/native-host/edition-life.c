/* 40 instances: who belongs to whom, and what is left when they go. */

#include <stdlib.h>

#include "edition.h"

static struct instance instances[INSTANCES];

static struct stand_in_counts count_all(void)
{
    struct stand_in_counts (*count)(void) = (struct stand_in_counts (*)(void))(void *)GetProcAddress(GetModuleHandleW(L"FaderStagerBridge.vst3"), "StandInCounts");
    return count();
}

static void edit_all(double value)
{
    void (*edit)(double) = (void (*)(double))(void *)GetProcAddress(GetModuleHandleW(L"FaderStagerBridge.vst3"), "StandInEditAll");
    edit(value);
}

static double fader_of(int index) { return (index + 1) / 64.0; }

/* What a processor is told its own controller shows, its own sound follows and its own state holds, and no other's. */
static int belong_together(void)
{
    struct process_context position = { kPlaying, RATE, 0, { 0 } };
    float in[2][FRAMES], out[2][FRAMES];
    for (int i = 0; i < FRAMES; i++)
        in[0][i] = in[1][i] = 1;
    for (int i = 0; i < INSTANCES; i++) {
        const struct points fader = { FADER, 1, { 0 }, { fader_of(i) } };
        start_instance(&instances[i]);
        flush(instances[i].processor, changes_of(&fader, 1));
    }
    int wrong = 0;
    for (int i = 0; i < INSTANCES; i++) {
        static struct host_stream state;
        double fader = 0;
        stream_over(&state, NULL, 0, 0);
        instances[i].component->calls->getState(instances[i].component, &state.stream);
        play(instances[i].processor, &position, NULL, in, out);
        wrong += instances[i].controller->calls->getParamNormalized(instances[i].controller, FADER) != fader_of(i);
        wrong += sscanf(state.bytes, "track %*d fader %lf", &fader) != 1 || fader - fader_of(i) > 1e-6 || fader_of(i) - fader > 1e-6;
        wrong += out[0][FRAMES - 1] != (float)fader_of(i) || out[1][0] != (float)fader_of(i);
        instances[i].controller->calls->setParamNormalized(instances[i].controller, FOCAL, i % 2);
    }
    for (int i = 0; i < INSTANCES; i++)
        wrong += instances[i].controller->calls->getParamNormalized(instances[i].controller, FOCAL) != i % 2;
    return wrong == 0;
}

/* Every half goes by itself, in a seeded order, while edits of the mix go to all tracks that are there. */
static int go_in_any_order(unsigned seed)
{
    int order[2 * INSTANCES];
    srand(seed);
    for (int i = 0; i < 2 * INSTANCES; i++)
        order[i] = i;
    for (int i = 2 * INSTANCES - 1; i > 0; i--) {
        int other = rand() % (i + 1), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
    int wrong = 0;
    for (int i = 0; i < 2 * INSTANCES; i++) {
        struct instance *instance = &instances[order[i] / 2];
        if (order[i] % 2 == 0)
            release_processor(instance);
        else
            release_controller(instance);
        LONG before = 0, after = 0;
        int whole = 0;
        for (int j = 0; j < INSTANCES; j++)
            before += instances[j].handler.performed, whole += instances[j].component && instances[j].controller;
        edit_all(0.5);
        for (int j = 0; j < INSTANCES; j++)
            after += instances[j].handler.performed;
        wrong += after - before != whole;
    }
    struct stand_in_counts left = count_all();
    return wrong == 0 && left.processors == 0 && left.controllers == 0 && left.tracks == 0 && left.factories == 1;
}

/* The usual way of a host: off, apart, over, let go. */
static int go_as_hosts_do(void)
{
    for (int i = 0; i < INSTANCES; i++) {
        struct instance *each = &instances[i];
        each->processor->calls->setProcessing(each->processor, 0);
        each->component->calls->setActive(each->component, 0);
        each->of_processor->calls->disconnect(each->of_processor, each->of_controller);
        each->of_controller->calls->disconnect(each->of_controller, each->of_processor);
        each->controller->calls->setComponentHandler(each->controller, NULL);
        each->controller->calls->terminate(each->controller);
        release_controller(each);
        edit_all(0.25);
        each->component->calls->terminate(each->component);
        release_processor(each);
        edit_all(0.75);
    }
    struct stand_in_counts left = count_all();
    return left.processors == 0 && left.controllers == 0 && left.tracks == 0;
}

/* Hosts scan and load on several threads. The stand-in keeps no lock; the front must. */
static DWORD WINAPI make_many(LPVOID numbers)
{
    for (int i = 0; i < INSTANCES; i++) {
        struct host_stream state;
        struct component *component = make_processor();
        struct controller *controller = make_controller();
        component->calls->initialize(component, NULL);
        stream_over(&state, NULL, 0, 0);
        component->calls->getState(component, &state.stream);
        if (sscanf(state.bytes, "track %d", &((int *)numbers)[i]) != 1)
            ((int *)numbers)[i] = -1;
        controller->calls->release(controller);
        component->calls->release(component);
    }
    return 0;
}

static int threads_share_nothing(void)
{
    enum { THREADS = 4 };
    static int numbers[THREADS * INSTANCES];
    HANDLE threads[THREADS];
    int shared = 0;
    for (int i = 0; i < THREADS; i++)
        threads[i] = CreateThread(NULL, 0, make_many, &numbers[i * INSTANCES], 0, NULL);
    WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE);
    for (int i = 0; i < THREADS * INSTANCES; i++)
        for (int j = 0; j < i; j++)
            shared += numbers[i] == numbers[j] || numbers[i] < 0;
    return shared == 0;
}

void check_life(void)
{
    const struct manner manners[] = {
        { "a processor and its controller, one pair after another", 0, 0, 0, 0, NULL },
        { "all processors, then all controllers", 0, 1, 1, 0, NULL },
        { "a controller and its processor, one pair after another", 1, 0, 1, 0, NULL },
        { "all controllers, then all processors", 1, 1, 0, 0, NULL },
        { "the host puts proxies between them", 0, 0, 0, 1, NULL },
        { "the host makes no messages", 0, 1, 0, 0, host_without_messages },
    };
    char name[128];
    for (unsigned i = 0; i < sizeof manners / sizeof *manners; i++) {
        make_instances(instances, INSTANCES, &manners[i]);
        snprintf(name, sizeof name, "40 instances belong together: %s", manners[i].name);
        expect(belong_together(), name);
        expect(i % 3 == 2 ? go_as_hosts_do() : go_in_any_order(i + 1), "they go in any order, and nothing of them is left");
    }
    expect(threads_share_nothing(), "instances made on four threads at once have tracks of their own");
}
