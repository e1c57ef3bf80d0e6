namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>A folder of stems whose loudness is known: noise, 12 s, the same spectrum for all.</summary>
internal static class StemFolder
{
    public const double Seconds = 12;

    /// <summary>Vocal at -20 dB, bass 5 dB above it, keys 10 dB under it, a mono shaker at another rate level with it.</summary>
    public static void Fill(TempFolder folder)
    {
        Add(folder, "Lead Vocal.wav", -20, 48_000, seed: 1);
        Add(folder, "Bass.wav", -15, 48_000, seed: 2);
        Add(folder, "Keys.wav", -30, 48_000, seed: 3);
        Add(folder, "Shaker.wav", -20, 44_100, seed: 4, channels: 1);
    }

    public static string Add(TempFolder folder, string name, double db, int rateHz, int seed, int channels = 2, double seconds = Seconds) =>
        folder.Write(name, StemBytes.Wav(32, true, channels, rateHz, Signals.Noise(Math.Pow(10, db / 20), seconds * channels, seed, rateHz)));
}
