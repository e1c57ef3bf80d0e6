using FaderStager.Staging.Readings;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>The track that the plug-in sits on, as REAPER's own functions tell of it: name, colour, place.</summary>
/// <remarks>[ui] REAPER tells no change, so it is asked again and again. What one of its versions does not answer stays as it was known.</remarks>
internal sealed unsafe class ReaperTrack : IDisposable
{
    private const int NameCapacity = 512;
    private const int CustomColour = 0x0100_0000;

    private readonly ReaperApi _reaper;
    private readonly delegate* unmanaged<void*, byte*, int, byte> _getName;
    private readonly delegate* unmanaged<void*, byte*, double> _getValue;
    private readonly delegate* unmanaged<int, int*, int*, int*, void> _fromNative;

    private ReaperTrack(ReaperApi reaper)
    {
        _reaper = reaper;
        _getName = (delegate* unmanaged<void*, byte*, int, byte>)reaper.Function("GetTrackName"u8);
        _getValue = (delegate* unmanaged<void*, byte*, double>)reaper.Function("GetMediaTrackInfo_Value"u8);
        _fromNative = (delegate* unmanaged<int, int*, int*, int*, void>)reaper.Function("ColorFromNative"u8);
    }

    /// <summary>The track, where the host is REAPER.</summary>
    /// <param name="hostContext">What the host introduced itself with, or null.</param>
    public static ReaperTrack? TryFind(void* hostContext) => ReaperApi.TryFind(hostContext) is { } reaper ? new ReaperTrack(reaper) : null;

    /// <summary>What tells the track from all others while the project is open; null = there is none.</summary>
    public string? ChannelId => _reaper.Track is var track && track != null ? FormattableString.Invariant($"reaper {(nint)track:x}") : null;

    /// <summary>The project that the track is in, as a number; 0 = REAPER does not say yet.</summary>
    public nint Project => (nint)_reaper.Project;

    /// <summary>What is known after REAPER was asked.</summary>
    /// <param name="known">What was known.</param>
    public HostTrack Read(HostTrack known)
    {
        void* track = _reaper.Track;
        return track == null
            ? known
            : known with
            {
                Name = Name(track) ?? known.Name,
                ColourArgb = _getValue == null || _fromNative == null ? known.ColourArgb : Colour(track),
                MixerIndex = Number(track, "IP_TRACKNUMBER"u8) is > 0 and { } number ? (long)number : known.MixerIndex,
            };
    }

    /// <inheritdoc/>
    public void Dispose() => _reaper.Release();

    private string? Name(void* track)
    {
        byte* name = stackalloc byte[NameCapacity];
        return _getName != null && _getName(track, name, NameCapacity) != 0 ? NativeText.Read(name, NameCapacity) : null;
    }

    private uint? Colour(void* track)
    {
        int native = Number(track, "I_CUSTOMCOLOR"u8) is { } value ? (int)value : 0;
        if ((native & CustomColour) == 0)
        {
            return null;
        }

        int red;
        int green;
        int blue;
        _fromNative(native & ~CustomColour, &red, &green, &blue);
        return ChannelColour.FromRgb(red, green, blue);
    }

    private double? Number(void* track, ReadOnlySpan<byte> key)
    {
        fixed (byte* start = key)
        {
            return _getValue == null ? null : _getValue(track, start);
        }
    }
}
