/* What a host hands over, and what the bridge can take: always one bus in and one out, each with two pointers, and a context. A mono
   channel's pointer stands there twice: the edition reads that as one channel. Input and output of a channel may be the same
   memory. Channels that are missing are replaced by memory of ours; a block that needs it is passed in pieces. */

#include <string.h>

#include "parts.h"

enum { LEFT, RIGHT, ASIDE, PIECE_FRAMES = 1024, MOST_CHANNELS = 64 };

static const struct bus_buffers no_bus = { 0, 0, NULL };

static float *channel_of(const struct bus_buffers *bus, int32_t channel)
{
    return bus->channels && channel < bus->channel_count ? bus->channels[channel] : NULL;
}

static const struct bus_buffers *first_bus(const struct bus_buffers *buses, int32_t count)
{
    return count > 0 && buses ? buses : &no_bus;
}

/* The output's channels from "written" on: their own input, else the last that was written, else silence. */
static void fill_others(const struct bus_buffers *input, const struct bus_buffers *output, int32_t written, int32_t frames)
{
    for (int32_t channel = written; channel < output->channel_count && channel < MOST_CHANNELS; channel++) {
        float *target = channel_of(output, channel);
        const float *source = channel_of(input, channel);
        if (!source && written > 0)
            source = channel_of(output, written - 1);
        if (!target || source == target)
            continue;
        if (source)
            memmove(target, source, (size_t)frames * sizeof(float));
        else
            memset(target, 0, (size_t)frames * sizeof(float));
    }
}

/* Further output buses are silent, and the flags of the first are those of its input: a fader makes no sound out of silence. */
static void finish(struct process_data *data, const struct bus_buffers *input, bool has_input)
{
    for (int32_t bus = 0; data->outputs && bus < data->output_count; bus++) {
        struct bus_buffers *output = &data->outputs[bus];
        uint64_t all = output->channel_count <= 0 ? 0 : output->channel_count < 64 ? (1ULL << output->channel_count) - 1 : ~0ULL;
        if (bus > 0)
            fill_others(&no_bus, output, 0, data->frames);
        output->silence = bus > 0 || !has_input ? all : input->silence & all;
    }
}

static void call_bridge(struct processor *bridge, const struct process_data *data, struct parameter_changes *changes,
    float *in[2], float *out[2], int32_t frames, struct process_context *context)
{
    struct bus_buffers input = { 2, 0, in }, output = { 2, 0, out };
    struct process_data call = { data->mode, kSample32, frames, 1, 1, &input, &output, changes, NULL, NULL, NULL, context };
    bridge->calls->process(bridge, &call);
}

void block_process(struct block *block, struct processor *bridge, struct process_data *data, int32_t channels, double sample_rate)
{
    const struct bus_buffers *input = first_bus(data->inputs, data->input_count), *output = first_bus(data->outputs, data->output_count);
    struct parameter_changes *changes = changes_take(&block->changes, data->input_changes);
    struct process_context context = { 0, sample_rate, block->last_position, { 0 } };
    if (data->context)
        context = *data->context;
    block->last_position = context.project_frames;

    float *left = channel_of(input, 0), *right = channel_of(input, 1);
    left = left ? left : right;
    if (data->frames == 0 || !left) {
        float *none[2] = { block->scratch[LEFT], block->scratch[LEFT] };
        if (changes)
            call_bridge(bridge, data, changes, none, none, 0, &context);
        if (data->frames > 0) {
            fill_others(input, output, 0, data->frames);
            finish(data, input, false);
        }
        return;
    }

    bool is_stereo = channels == 2 && right;
    float *out_left = channel_of(output, 0), *out_right = is_stereo ? channel_of(output, 1) : out_left;
    bool is_crossed = is_stereo && right == out_left && right != left;
    bool is_pieced = !out_left || !out_right || is_crossed;
    for (int32_t done = 0; done < data->frames;) {
        int32_t frames = is_pieced && data->frames - done > PIECE_FRAMES ? PIECE_FRAMES : data->frames - done;
        float *in[2] = { left + done, (is_stereo ? right : left) + done };
        float *out[2] = { out_left ? out_left + done : block->scratch[LEFT], out_right ? out_right + done : block->scratch[is_stereo ? RIGHT : LEFT] };
        if (is_crossed)
            in[RIGHT] = memcpy(block->scratch[ASIDE], in[RIGHT], (size_t)frames * sizeof(float));
        /* Should the bridge fail, what came in is heard. Not where that would overwrite what it has yet to read. */
        bool is_apart = !is_stereo || (in[LEFT] != out[RIGHT] && in[RIGHT] != out[LEFT]);
        for (int channel = 0; is_apart && channel <= (int)is_stereo; channel++)
            if (in[channel] != out[channel])
                memmove(out[channel], in[channel], (size_t)frames * sizeof(float));
        call_bridge(bridge, data, changes, in, out, frames, &context);
        changes = NULL;
        done += frames;
        if (data->context && (context.state & kPlaying))
            context.project_frames += frames;
    }
    fill_others(input, output, is_stereo ? 2 : 1, data->frames);
    finish(data, input, true);
}

void block_pass(struct process_data *data)
{
    const struct bus_buffers *input = first_bus(data->inputs, data->input_count);
    fill_others(input, first_bus(data->outputs, data->output_count), 0, data->frames);
    finish(data, input, input->channels && input->channel_count > 0);
}
