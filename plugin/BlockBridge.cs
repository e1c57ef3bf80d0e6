using AudioPlugSharp;
using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Plugin;

/// <summary>Hands the bridge's blocks to the track: stereo, or mono where no more can be touched.</summary>
/// <param name="track">The track.</param>
/// <param name="findRegion">How memory is asked about, or null: see <see cref="PortChannels"/>.</param>
/// <remarks>[audio] Allocates nothing. An output without input is silent; a second output without a second input gets the first.</remarks>
internal sealed class BlockBridge(TrackInstance track, Func<nint, MemoryRegion>? findRegion)
{
    private const int Stereo = 2;

    private readonly PortChannels _inputs = new(findRegion);
    private readonly PortChannels _outputs = new(findRegion);

    /// <summary>Processes a block.</summary>
    public unsafe void Process(AudioIOPort input, AudioIOPort output, in SongPosition position)
    {
        int frames = Frames(input, output);
        int inputs = _inputs.Find(input, frames, out float* inLeft, out float* inRight);
        int outputs = _outputs.Find(output, frames, out float* outLeft, out float* outRight);
        if (inputs == Stereo && outputs == Stereo)
        {
            track.Process(new AudioBlock(new(inLeft, frames), new(inRight, frames), new(outLeft, frames), new(outRight, frames)), position);
            return;
        }

        if (inputs > 0 && outputs > 0)
        {
            track.Process(new AudioBlock(new(inLeft, frames), new(outLeft, frames)), position);
        }
        else if (outputs > 0)
        {
            new Span<float>(outLeft, frames).Clear();
        }

        if (outputs == Stereo)
        {
            new Span<float>(outLeft, frames).CopyTo(new Span<float>(outRight, frames));
        }
    }

    /// <summary>Copies a block that cannot be processed.</summary>
    public unsafe void PassThrough(AudioIOPort input, AudioIOPort output)
    {
        int frames = Frames(input, output);
        int inputs = _inputs.Find(input, frames, out float* inLeft, out float* inRight);
        int outputs = _outputs.Find(output, frames, out float* outLeft, out float* outRight);
        if (inputs > 0 && outputs > 0)
        {
            new Span<float>(inLeft, frames).CopyTo(new Span<float>(outLeft, frames));
        }

        if (inputs > 0 && outputs == Stereo)
        {
            new Span<float>(inputs == Stereo ? inRight : inLeft, frames).CopyTo(new Span<float>(outRight, frames));
        }
    }

    private static int Frames(AudioIOPort input, AudioIOPort output) => (int)Math.Min(input.CurrentBufferSize, output.CurrentBufferSize);
}
