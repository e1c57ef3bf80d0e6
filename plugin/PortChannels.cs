using AudioPlugSharp;

namespace FaderStager.Plugin;

/// <summary>Finds out how many channels of a stereo port can be touched in this block.</summary>
/// <remarks>
/// <para>
/// The bridge accepts any bus arrangement and applies none, so a host may hand a mono track's single channel pointer to a port that stands
/// for two, and how many pointers there are is not told. What can be seen from here: a second pointer that is null, odd, the same as the first,
/// or (on Windows) no memory that can be read and written is none. What cannot be seen: a second pointer left over in the host's array that
/// happens to name living memory. A host with mono tracks should use FaderStager's other VST3, which negotiates its buses.
/// </para>
/// <para>[audio] Allocates nothing. One for each port: it remembers the region that it last found sound.</para>
/// </remarks>
internal sealed class PortChannels(Func<nint, MemoryRegion>? findRegion)
{
    private MemoryRegion _sound;

    /// <summary>Channels of the port that can be touched: 0, 1 or 2.</summary>
    /// <param name="port">The port.</param>
    /// <param name="frames">Frames of the block.</param>
    /// <param name="first">The first channel's samples, or null.</param>
    /// <param name="second">The second channel's samples, or null.</param>
    public unsafe int Find(AudioIOPort port, int frames, out float* first, out float* second)
    {
        first = null;
        second = null;
        float** pointers = (float**)port.GetAudioBufferPtrs();
        if (pointers is null || !IsSound(pointers[0], frames))
        {
            return 0;
        }

        first = pointers[0];
        if (port.NumChannels < 2 || pointers[1] == first || !IsSound(pointers[1], frames))
        {
            return 1;
        }

        second = pointers[1];
        return 2;
    }

    private unsafe bool IsSound(float* samples, int frames)
    {
        nint address = (nint)samples;
        if (address == 0 || address % sizeof(float) != 0)
        {
            return false;
        }

        if (findRegion is null || _sound.Holds(address, frames))
        {
            return true;
        }

        MemoryRegion region = findRegion(address);
        if (!region.Holds(address, frames))
        {
            return false;
        }

        _sound = region;
        return true;
    }
}
