using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>The recordings of a small song: noise that swells like phrases, 20 s each, one of them at 44.1 kHz.</summary>
internal sealed class SongMedia
{
    public const double Seconds = 20;

    private readonly Dictionary<string, (int RateHz, float[][] Channels)> _files = [];

    private SongMedia()
    {
    }

    public static SongMedia Record(TempFolder folder, string subfolder = "media")
    {
        SongMedia media = new();
        media.Add(folder, subfolder, "vox.wav", 48_000, 1, -18, phraseSeconds: 3.1, seed: 1);
        media.Add(folder, subfolder, "kick.wav", 48_000, 1, -14, phraseSeconds: 0.5, seed: 2);
        media.Add(folder, subfolder, "snare.wav", 48_000, 1, -20, phraseSeconds: 1.0, seed: 3);
        media.Add(folder, subfolder, "bass.wav", 48_000, 2, -16, phraseSeconds: 4.0, seed: 4);
        media.Add(folder, subfolder, "guitar.wav", 48_000, 2, -12, phraseSeconds: 2.0, seed: 5);
        media.Add(folder, subfolder, "keys.wav", 44_100, 2, -24, phraseSeconds: 5.3, seed: 6);
        return media;
    }

    public int RateOf(string file) => _files[file].RateHz;

    public float[][] ChannelsOf(string file) => _files[file].Channels;

    private void Add(TempFolder folder, string subfolder, string name, int rateHz, int channels, double db, double phraseSeconds, int seed)
    {
        float[][] samples = [.. Enumerable.Range(0, channels).Select(channel => Phrases(rateHz, db, phraseSeconds, (10 * seed) + channel))];
        float[] interleaved = [.. Enumerable.Range(0, samples[0].Length * channels).Select(at => samples[at % channels][at / channels])];
        _ = folder.Write(Path.Combine(subfolder, name), StemBytes.Wav(32, true, channels, rateHz, interleaved));
        _files[name] = (rateHz, samples);
    }

    private static float[] Phrases(int rateHz, double db, double phraseSeconds, int seed)
    {
        float[] samples = Signals.Noise(Math.Pow(10, db / 20), Seconds, seed, rateHz);
        for (int frame = 0; frame < samples.Length; frame++)
        {
            samples[frame] *= (float)(0.6 + (0.4 * Math.Sin(2 * Math.PI * frame / (rateHz * phraseSeconds))));
        }

        return samples;
    }
}
