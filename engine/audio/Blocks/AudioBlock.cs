namespace FaderStager.Audio.Blocks;

/// <summary>One block of a mono or stereo track, borrowed from the host: planar channels x frames, in and out.</summary>
/// <remarks>
/// [audio] Lives on the stack for one call. Input and output of a channel may be the same memory.
/// All spans of a block have the same length, from 0 to the prepared maximum.
/// </remarks>
public readonly ref struct AudioBlock
{
    private readonly ReadOnlySpan<float> _input0;
    private readonly ReadOnlySpan<float> _input1;
    private readonly Span<float> _output0;
    private readonly Span<float> _output1;

    /// <summary>A mono block.</summary>
    /// <param name="input">The channel's input, frames long.</param>
    /// <param name="output">The channel's output, as long as the input; may be the input.</param>
    public AudioBlock(ReadOnlySpan<float> input, Span<float> output)
    {
        Channels = 1;
        Frames = Math.Min(input.Length, output.Length);
        _input0 = input;
        _output0 = output;
    }

    /// <summary>A stereo block.</summary>
    /// <param name="left">Left input, frames long.</param>
    /// <param name="right">Right input, frames long.</param>
    /// <param name="leftOutput">Left output; may be the left input.</param>
    /// <param name="rightOutput">Right output; may be the right input.</param>
    public AudioBlock(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> leftOutput, Span<float> rightOutput)
    {
        Channels = 2;
        Frames = Math.Min(Math.Min(left.Length, right.Length), Math.Min(leftOutput.Length, rightOutput.Length));
        _input0 = left;
        _input1 = right;
        _output0 = leftOutput;
        _output1 = rightOutput;
    }

    /// <summary>Channels of the block: 1 or 2.</summary>
    public int Channels { get; }

    /// <summary>Frames of the block: the shortest span's length, so a host's mismatch never reads past a buffer.</summary>
    public int Frames { get; }

    /// <summary>The input samples of a channel.</summary>
    /// <param name="channel">0 = left or mono, 1 = right.</param>
    /// <returns>A span of <see cref="Frames"/> samples.</returns>
    public ReadOnlySpan<float> Input(int channel) => (channel == 0 ? _input0 : _input1)[..Frames];

    /// <summary>The output samples of a channel.</summary>
    /// <param name="channel">0 = left or mono, 1 = right.</param>
    /// <returns>A span of <see cref="Frames"/> samples.</returns>
    public Span<float> Output(int channel) => (channel == 0 ? _output0 : _output1)[..Frames];

    /// <summary>The block as the next stage of the track hears it: its output is that one's input and output.</summary>
    /// <returns>A block over the same memory.</returns>
    /// <remarks>Frames of the output past <see cref="Frames"/> are left out.</remarks>
    public AudioBlock OfOutput() => Channels == 1
        ? new AudioBlock(Output(0), Output(0))
        : new AudioBlock(Output(0), Output(1), Output(0), Output(1));
}
