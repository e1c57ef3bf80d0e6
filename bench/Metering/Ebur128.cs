using System.Runtime.InteropServices;

namespace FaderStager.Bench.Metering;

/// <summary>libebur128, the meter to compare with, where it is installed.</summary>
internal sealed unsafe partial class Ebur128 : IDisposable
{
    private const string Library = "libebur128.so.1";

    // Momentary 1, short-term 3, integrated 5, sample peak 17, true peak 49.
    private const int MomentaryShortTermIntegrated = 1 | 3 | 5;
    private const int TruePeak = 49;

    private nint _state;

    public Ebur128(int sampleRateHz, bool truePeak) =>
        _state = Init(2, (nuint)sampleRateHz, MomentaryShortTermIntegrated | (truePeak ? TruePeak : 0));

    ~Ebur128() => Free();

    public static bool IsInstalled => NativeLibrary.TryLoad(Library, out _);

    public void Add(float* interleaved, int frames)
    {
        if (AddFrames(_state, interleaved, (nuint)frames) != 0)
        {
            throw new InvalidOperationException("libebur128 could not take the frames.");
        }
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_state != 0)
        {
            Destroy(ref _state);
        }
    }

    [LibraryImport(Library, EntryPoint = "ebur128_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Init(uint channels, nuint sampleRate, int mode);

    [LibraryImport(Library, EntryPoint = "ebur128_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Destroy(ref nint state);

    [LibraryImport(Library, EntryPoint = "ebur128_add_frames_float")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddFrames(nint state, float* frames, nuint count);
}
