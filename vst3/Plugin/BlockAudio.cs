using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>Finds a block's channels in what a host hands over, whatever that is, and passes them through the track.</summary>
/// <remarks>
/// <para>
/// Channels that are missing or null are let be: without any input the output is silence and nothing is metered (no data, not
/// silence); an output that is missing is replaced by memory of our own; outputs beyond the track's channels repeat their
/// input, or the track's last output. Input and output of a channel may be the same memory; a right channel that is overwritten by
/// the left output is put aside first. A block that needs memory of ours is passed in pieces.
/// </para>
/// <para>Silence flags pass through: a fader makes no sound out of silence.</para>
/// </remarks>
internal sealed unsafe class BlockAudio
{
    private const int MostChannels = 64;
    private const int PieceFrames = 1024;

    private readonly float[] _left = new float[PieceFrames];
    private readonly float[] _right = new float[PieceFrames];
    private readonly float[] _aside = new float[PieceFrames];

    /// <summary>Passes a block through a track.</summary>
    /// <param name="track">The track.</param>
    /// <param name="data">The host's block, of at least 1 frame.</param>
    /// <param name="channels">Channels of the track: 1 or 2.</param>
    /// <param name="position">Song position of the first frame.</param>
    /// <remarks>[audio]</remarks>
    public void Process(TrackInstance track, ProcessData* data, int channels, SongPosition position)
    {
        AudioBusBuffers none = default;
        AudioBusBuffers* input = data->InputCount > 0 && data->Inputs != null ? data->Inputs : &none;
        AudioBusBuffers* output = data->OutputCount > 0 && data->Outputs != null ? data->Outputs : &none;
        float* left = Channel(input, 0);
        float* right = Channel(input, 1);
        left = left == null ? right : left;
        int metered = channels == 1 || right == null ? 1 : 2;
        if (left != null)
        {
            PassThrough(track, left, metered == 2 ? right : null, output, data->Frames, position);
        }

        FillOthers(input, output, left == null ? 0 : metered, data->Frames);
        ulong all = output->ChannelCount is > 0 and < MostChannels ? (1UL << output->ChannelCount) - 1 : 0;
        output->SilenceFlags = left == null ? all : input->SilenceFlags & all;
    }

    private static float* Channel(AudioBusBuffers* bus, int channel) =>
        bus->Channels != null && channel < bus->ChannelCount ? bus->Channels[channel] : null;

    /// <summary>Whatever the track did not write.</summary>
    private static void FillOthers(AudioBusBuffers* input, AudioBusBuffers* output, int written, int frames)
    {
        for (int channel = written; channel < Math.Min(output->ChannelCount, MostChannels); channel++)
        {
            float* target = Channel(output, channel);
            if (target == null)
            {
                continue;
            }

            float* source = Channel(input, channel);
            if (source == null && written > 0)
            {
                source = Channel(output, written - 1);
            }

            Span<float> samples = new(target, frames);
            if (source == null)
            {
                samples.Clear();
            }
            else if (source != target)
            {
                new ReadOnlySpan<float>(source, frames).CopyTo(samples);
            }
        }
    }

    private void PassThrough(TrackInstance track, float* left, float* right, AudioBusBuffers* output, int frames, SongPosition position)
    {
        float* leftOutput = Channel(output, 0);
        float* rightOutput = Channel(output, 1);
        bool isCrossed = right != null && right == leftOutput && right != left;
        bool needsMemory = leftOutput == null || (right != null && rightOutput == null) || isCrossed;
        int longest = needsMemory ? PieceFrames : frames;
        for (int done = 0; done < frames;)
        {
            int piece = Math.Min(longest, frames - done);
            SongPosition start = position with { GoesOn = done > 0 };
            Span<float> leftTarget = leftOutput == null ? _left.AsSpan(0, piece) : new Span<float>(leftOutput + done, piece);
            if (right == null)
            {
                track.Process(new AudioBlock(new ReadOnlySpan<float>(left + done, piece), leftTarget), start);
            }
            else
            {
                ReadOnlySpan<float> rightSource = new(right + done, piece);
                if (isCrossed)
                {
                    rightSource.CopyTo(_aside);
                    rightSource = _aside.AsSpan(0, piece);
                }

                Span<float> rightTarget = rightOutput == null ? _right.AsSpan(0, piece) : new Span<float>(rightOutput + done, piece);
                track.Process(new AudioBlock(new ReadOnlySpan<float>(left + done, piece), rightSource, leftTarget, rightTarget), start);
            }

            done += piece;
        }
    }
}
