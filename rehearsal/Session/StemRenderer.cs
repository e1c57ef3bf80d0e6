using System.Collections.Immutable;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>Writes the staged or trimmed stems and their sum, as 32-bit float WAV, in one pass and in constant memory.</summary>
/// <remarks>
/// Stems keep their rate, channels, length and time stamp. The mix is stereo at the highest rate and stamped with the song's
/// start; each stem stands in it where it is laid, and a mono stem goes to both sides alike.
/// </remarks>
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
    /// <param name="run">The stems, measured.</param>
    /// <param name="state">The mix with its faders where they belong.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <returns>The largest sample of the mix, linear.</returns>
    /// <exception cref="InputException">The folder cannot be written, see <see cref="Check"/>, or a stem cannot be read.</exception>
    public static double Render(RehearsalRun run, MixState state, string folder) =>
        Render(run, state, folder, track => new StemGain(track.FaderDb, TrimDb: 0));

    /// <summary>Renders the stems with the trims of step 0 and no fader.</summary>
    /// <param name="run">The stems, measured.</param>
    /// <param name="state">The mix as measured.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <returns>The largest sample of their sum, linear.</returns>
    /// <exception cref="InputException">As for <see cref="Render(RehearsalRun, MixState, string)"/>.</exception>
    public static double RenderTrimmed(RehearsalRun run, MixState state, string folder) => Render(run, state, folder, track =>
    {
        double trim = LevelAdvice.Of(track, state.Snapshot.Settings).TrimDb;
        return new StemGain(FaderDb: 0, double.IsNaN(trim) ? 0 : trim);
    });

    private static double Render(RehearsalRun run, MixState state, string folder, Func<TrackReading, StemGain> gainOf)
    {
        Check(run.Session, folder);
        try
        {
            _ = Directory.CreateDirectory(folder);
            return Render(run, state, folder, FilesOf(run.Session, folder), gainOf);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The staged stems cannot be written to {folder}: {problem.Message}", problem);
        }
    }

    private static double Render(RehearsalRun run, MixState state, string folder, ImmutableArray<string> files, Func<TrackReading, StemGain> gainOf)
    {
        // The sum goes from group to group through a file, so that however many stems there are, few files are open.
        ImmutableArray<SessionTrack> tracks = run.Session.Tracks;
        string[] sums = [Path.Combine(folder, MixFile + ".sum1"), Path.Combine(folder, MixFile + ".sum2")];
        double? midnight = run.Session.MidnightSeconds;
        long? stamp = midnight is { } seconds ? (long)Math.Round(seconds * run.HighestRateHz) : null;
        try
        {
            using Coordinator coordinator = new(new ProfileLibrary(), new StillClock());
            int groups = (tracks.Length + run.StemsAtOnce - 1) / run.StemsAtOnce;
            for (int group = 0; group < groups - 1; group++)
            {
                using Stream? before = group == 0 ? null : File.OpenRead(sums[(group + 1) % 2]);
                using RawSum sum = new(sums[group % 2]);
                _ = Sum(run, state, coordinator, files, gainOf, group, before, sum.Write);
            }

            using Stream? last = groups == 1 ? null : File.OpenRead(sums[groups % 2]);
            using WavWriter mix = new(File.Create(Path.Combine(folder, MixFile)), run.HighestRateHz, channels: 2, stamp);
            return Sum(run, state, coordinator, files, gainOf, groups - 1, last, mix.Write);
        }
        finally
        {
            Array.ForEach(sums, File.Delete);
        }
    }

    /// <summary>What a stem goes through.</summary>
    private readonly record struct StemGain(double FaderDb, double TrimDb);

    private delegate void BlockWriter(ReadOnlySpan<float> left, ReadOnlySpan<float> right);

    /// <summary>Writes the staged stems of a group, and what was summed before plus them.</summary>
    private static double Sum(
        RehearsalRun run, MixState state, Coordinator coordinator, ImmutableArray<string> files, Func<TrackReading, StemGain> gainOf, int group, Stream? before, BlockWriter write)
    {
        int first = group * run.StemsAtOnce;
        SessionTrack[] tracks = [.. run.Session.Tracks.Skip(first).Take(run.StemsAtOnce)];
        List<IStemReader> stems = [];
        try
        {
            bool[] counts = new bool[tracks.Length];
            for (int index = 0; index < tracks.Length; index++)
            {
                Guid id = run.InstanceOf(tracks[index]).Id;
                TrackReading reading = state.Snapshot.Tracks.First(track => track.Id == id);
                counts[index] = reading.InMix && reading.Role != Role.MixBus;
                stems.Add(new Resampler(Open(tracks[index], coordinator, gainOf(reading), files[first + index]), run.HighestRateHz));
            }

            return Sum(stems, counts, before, write);
        }
        finally
        {
            stems.ForEach(stem => stem.Dispose());
        }
    }

    private static IStemReader Open(SessionTrack track, Coordinator coordinator, StemGain gain, string file)
    {
        IStemReader stem = track.Source.Open();
        TrackInstance instance = new(coordinator) { FaderDb = gain.FaderDb, TrimDb = gain.TrimDb };
        WavWriter writer = new(File.Create(file), stem.SampleRateHz, stem.Channels, track.Head?.TimeReferenceFrames);
        return PlacedReader.Place(new StagedReader(stem, instance, writer, BlockFrames * 8), track.StartSeconds);
    }

    private static double Sum(List<IStemReader> stems, bool[] counts, Stream? before, BlockWriter write)
    {
        float[][] stem = [new float[BlockFrames], new float[BlockFrames]];
        float[][] total = [new float[BlockFrames], new float[BlockFrames]];
        double peak = 0;
        while (true)
        {
            total[0].AsSpan().Clear();
            total[1].AsSpan().Clear();
            int longest = before is null ? 0 : RawSum.Read(before, total);
            for (int index = 0; index < stems.Count; index++)
            {
                int frames = Fill(stems[index], stem);
                longest = Math.Max(longest, frames);
                if (counts[index])
                {
                    Add(stem[0].AsSpan(0, frames), total[0]);
                    Add(stem[stems[index].Channels - 1].AsSpan(0, frames), total[1]);
                }
            }

            if (longest == 0)
            {
                return peak;
            }

            write(total[0].AsSpan(0, longest), total[1].AsSpan(0, longest));
            peak = Math.Max(peak, total.Max(channel => channel.Take(longest).Max(Math.Abs)));
        }
    }

    internal static int Fill(IStemReader stem, float[][] block)
    {
        int filled = 0;
        while (filled < block[0].Length)
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
