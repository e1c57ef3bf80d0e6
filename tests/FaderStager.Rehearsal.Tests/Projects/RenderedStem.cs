using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>A stem as a DAW would render it, sample by sample: slow and plain, to hold the player against.</summary>
internal sealed class RenderedStem(SongMedia media, string name, int rateHz, int channels, double seconds)
{
    private readonly float[][] _samples = [.. Enumerable.Range(0, channels).Select(_ => new float[(int)Math.Round(seconds * rateHz)])];

    public string Name { get; } = name;

    /// <summary>Adds a clip; the gains are of the song's second.</summary>
    public RenderedStem Clip(string file, double start, double length, double offset = 0, double left = 1, double right = 1, Func<double, double>? gainAt = null, bool loops = false)
    {
        if (media.RateOf(file) != rateHz)
        {
            throw new ArgumentException($"{file} has another rate than the stem.", nameof(file));
        }

        float[][] source = media.ChannelsOf(file);
        int first = Frame(start);
        int last = Frame(start + length);
        for (int frame = first; frame < last; frame++)
        {
            int from = Frame(offset) + frame - first;
            from = loops ? from % source[0].Length : from;
            if (from < 0 || from >= source[0].Length)
            {
                continue;
            }

            double gain = gainAt?.Invoke((double)frame / rateHz) ?? 1;
            for (int channel = 0; channel < channels; channel++)
            {
                _samples[channel][frame] += (float)(source[Math.Min(channel, source.Length - 1)][from] * gain * (channel == 0 ? left : right));
            }
        }

        return this;
    }

    public void Write(TempFolder folder, string subfolder)
    {
        float[] interleaved = [.. Enumerable.Range(0, _samples[0].Length * channels).Select(at => _samples[at % channels][at / channels])];
        _ = folder.Write(Path.Combine(subfolder, Name + ".wav"), StemBytes.Wav(32, true, channels, rateHz, interleaved));
    }

    private int Frame(double at) => (int)Math.Round(at * rateHz);
}
