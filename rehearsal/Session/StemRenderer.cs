using System.Collections.Immutable;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>Writes the staged stems and their sum, as 32-bit float WAV, in one pass and in constant memory.</summary>
/// <remarks>Stems keep their rate and channels. The mix is stereo at the highest rate; a mono stem goes to both sides alike.</remarks>
public static class StemRenderer
{
    /// <summary>Name of the mix's file.</summary>
    public const string MixFile = "mix.wav";

    private const int BlockFrames = 4096;

    /// <summary>Looks before the work whether a session can be rendered to a folder.</summary>
    /// <param name="session">The stems.</param>
    /// <param name="folder">Where to.</param>
    /// <exception cref="InputException">It is a file, or it holds one of the stems under the name of its staged copy.</exception>
    public static void Check(StemSession session, string folder)
    {
        if (File.Exists(folder))
        {
            throw new InputException($"The staged stems cannot be written to {folder}: it is a file.");
        }

        HashSet<string> inputs = new(session.Tracks.SelectMany(track => track.Source.Files).Select(Path.GetFullPath), StringComparer.OrdinalIgnoreCase);
        if (FilesOf(session, folder).Append(Path.Combine(folder, MixFile)).FirstOrDefault(file => inputs.Contains(Path.GetFullPath(file))) is { } own)
        {
            throw new InputException($"{own} is one of the stems: render to another folder.");
        }
    }

    /// <summary>Renders a staged mix.</summary>
    /// <param name="session">The stems.</param>
    /// <param name="state">The mix with its faders where they belong.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <returns>The largest sample of the mix, linear.</returns>
    /// <exception cref="InputException">The folder cannot be written, see <see cref="Check"/>, or a stem cannot be read.</exception>
    public static double Render(StemSession session, MixState state, string folder)
    {
        Check(session, folder);
        try
        {
            _ = Directory.CreateDirectory(folder);
            return Render(session, state, folder, FilesOf(session, folder));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The staged stems cannot be written to {folder}: {problem.Message}", problem);
        }
    }

    private static double Render(StemSession session, MixState state, string folder, ImmutableArray<string> files)
    {
        using Coordinator coordinator = new(new ProfileLibrary(), new StillClock());
        List<IStemReader> stems = [];
        try
        {
            for (int index = 0; index < session.Tracks.Length; index++)
            {
                TrackReading reading = state.Snapshot.Tracks[index];
                StagedReader staged = Open(session.Tracks[index].Source.Open(), coordinator, reading.FaderDb, files[index]);
                stems.Add(staged);
            }

            double rateHz = stems.Max(stem => stem.SampleRateHz);
            bool[] sums = [.. state.Snapshot.Tracks.Select(track => track.InMix && track.Role != Role.MixBus)];
            for (int index = 0; index < stems.Count; index++)
            {
                stems[index] = new Resampler(stems[index], rateHz);
            }

            using WavWriter mix = new(File.Create(Path.Combine(folder, MixFile)), rateHz, channels: 2);
            return Sum(stems, sums, mix);
        }
        finally
        {
            stems.ForEach(stem => stem.Dispose());
        }
    }

    private static StagedReader Open(IStemReader stem, Coordinator coordinator, double faderDb, string file)
    {
        TrackInstance track = new(coordinator) { FaderDb = faderDb };
        return new StagedReader(stem, track, new WavWriter(File.Create(file), stem.SampleRateHz, stem.Channels), BlockFrames * 8);
    }

    private static double Sum(List<IStemReader> stems, bool[] sums, WavWriter mix)
    {
        float[][] stem = [new float[BlockFrames], new float[BlockFrames]];
        float[][] total = [new float[BlockFrames], new float[BlockFrames]];
        double peak = 0;
        while (true)
        {
            int longest = 0;
            total[0].AsSpan().Clear();
            total[1].AsSpan().Clear();
            for (int index = 0; index < stems.Count; index++)
            {
                int frames = Fill(stems[index], stem);
                longest = Math.Max(longest, frames);
                if (sums[index])
                {
                    Add(stem[0].AsSpan(0, frames), total[0]);
                    Add(stem[stems[index].Channels - 1].AsSpan(0, frames), total[1]);
                }
            }

            if (longest == 0)
            {
                return peak;
            }

            mix.Write(total[0].AsSpan(0, longest), total[1].AsSpan(0, longest));
            peak = Math.Max(peak, total.Max(channel => channel.Take(longest).Max(Math.Abs)));
        }
    }

    private static int Fill(IStemReader stem, float[][] block)
    {
        int filled = 0;
        while (filled < BlockFrames)
        {
            int read = stem.Read(block[0].AsSpan(filled), block[1].AsSpan(filled));
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }

    private static void Add(ReadOnlySpan<float> samples, Span<float> total)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            total[i] += samples[i];
        }
    }

    private static ImmutableArray<string> FilesOf(StemSession session, string folder)
    {
        char[] forbidden = Path.GetInvalidFileNameChars();
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { MixFile };
        List<string> files = [];
        foreach (SessionTrack track in session.Tracks)
        {
            string name = string.Concat(track.Name.Select(letter => forbidden.Contains(letter) ? '_' : letter));
            string file = name + ".wav";
            for (int count = 2; !taken.Add(file); count++)
            {
                file = $"{name} ({count}).wav";
            }

            files.Add(Path.Combine(folder, file));
        }

        return [.. files];
    }
}
