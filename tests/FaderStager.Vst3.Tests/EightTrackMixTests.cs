using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Targets;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>One mix of eight tracks, whose hints are the same on every system and in every host.</summary>
/// <remarks>
/// The native host in tests/native-host plays the same mix, sample for sample. With FADERSTAGER_HINTS = a path the hints are written there
/// as well, one JSON object a line, so that runs of several modules can be laid side by side.
/// </remarks>
internal sealed unsafe class EightTrackMixTests
{
    private const string PathVariable = "FADERSTAGER_HINTS";
    private const int Frames = 480;
    private const int RateHz = 48_000;
    private const int Seconds = 10;

    private const string Expected =
        """
        { "approach": "top-down", "track": "Lead Vocal", "relativeLu": "0.0", "moveDb": "0.0", "hint": "focal" }
        { "approach": "top-down", "track": "Kick", "relativeLu": "6.0", "moveDb": "-11.5", "hint": "too loud" }
        { "approach": "top-down", "track": "Snare", "relativeLu": "-6.0", "moveDb": "0.5", "hint": "buried" }
        { "approach": "top-down", "track": "Bass", "relativeLu": "3.5", "moveDb": "-7.0", "hint": "too loud" }
        { "approach": "top-down", "track": "Rhythm Guitar", "relativeLu": "9.6", "moveDb": "-13.6", "hint": "too loud" }
        { "approach": "top-down", "track": "Piano", "relativeLu": "-18.1", "moveDb": "6.0", "hint": "trim first" }
        { "approach": "top-down", "track": "Pad", "relativeLu": "-12.1", "moveDb": "6.0", "hint": "trim first" }
        { "approach": "top-down", "track": "Backing Vocals", "relativeLu": "-2.6", "moveDb": "0.0", "hint": "in place" }
        { "approach": "bottom-up", "track": "Lead Vocal", "relativeLu": "0.0", "moveDb": "0.0", "hint": "focal" }
        { "approach": "bottom-up", "track": "Kick", "relativeLu": "6.0", "moveDb": "-11.5", "hint": "adjust" }
        { "approach": "bottom-up", "track": "Snare", "relativeLu": "-6.0", "moveDb": "0.5", "hint": "adjust" }
        { "approach": "bottom-up", "track": "Bass", "relativeLu": "3.5", "moveDb": "-7.0", "hint": "adjust" }
        { "approach": "bottom-up", "track": "Rhythm Guitar", "relativeLu": "9.6", "moveDb": "-13.6", "hint": "adjust" }
        { "approach": "bottom-up", "track": "Piano", "relativeLu": "-18.1", "moveDb": "6.0", "hint": "trim first" }
        { "approach": "bottom-up", "track": "Pad", "relativeLu": "-12.1", "moveDb": "6.0", "hint": "trim first" }
        { "approach": "bottom-up", "track": "Backing Vocals", "relativeLu": "-2.6", "moveDb": "0.0", "hint": "placed" }

        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Levels on purpose far from where a hint turns into another; amplitudes are exact in binary.</summary>
    private static readonly Part[] Parts =
    [
        new("Lead Vocal", Role.LeadVocal, 0.25f, 0, Seconds),
        new("Kick", Role.Kick, 0.5f, 0, Seconds),
        new("Snare", Role.Snare, 0.125f, 0, Seconds),
        new("Bass", Role.Bass, 0.375f, 0, Seconds),
        new("Rhythm Guitar", Role.RhythmGuitar, 0.75f, 0, Seconds),
        new("Piano", Role.Keys, 0.03125f, 2, Seconds),
        new("Pad", Role.Pads, 0.0625f, 0, 6),
        new("Backing Vocals", Role.BackingVocals, 0.1875f, 5, Seconds),
    ];

    [Test]
    public void Hints_OfEightTracks_AreTheSameEverywhere()
    {
        List<HostedPlugin> tracks = [.. Parts.Select(_ => new HostedPlugin())];
        for (int i = 0; i < tracks.Count; i++)
        {
            tracks[i].Start(maximumFrames: Frames);
            tracks[i].SetPlain(ParameterId.Role, (int)Parts[i].Role);
        }

        tracks[0].Set(ParameterId.Focal, 1);
        Play(tracks);
        string read = "";
        foreach ((string approach, int index) in new[] { ("top-down", 0), ("bottom-up", 1) })
        {
            tracks[0].SetPlain(ParameterId.Approach, index);
            string before = read;
            for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience; Thread.Yield())
            {
                read = before + Read(tracks, approach);
                if (Expected.StartsWith(read, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }

        tracks.ForEach(track => track.Dispose());
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path)
        {
            File.WriteAllText(path, read);
        }

        Assert.That(read, Is.EqualTo(Expected));
    }

    private static void Play(List<HostedPlugin> tracks)
    {
        using HostBlock block = new(2, Frames);
        uint[] noise = [.. tracks.Select((_, i) => (uint)i + 1)];
        for (long position = 0; position <= Seconds * RateHz; position += Frames)
        {
            for (int i = 0; i < tracks.Count; i++)
            {
                bool isPlaying = position < Seconds * RateHz;
                bool isHeard = isPlaying && position >= Parts[i].FirstSecond * RateHz && position < Parts[i].LastSecond * RateHz;
                Span<float> left = block.In(0);
                for (int frame = 0; frame < Frames; frame++)
                {
                    noise[i] = unchecked((noise[i] * 1664525) + 1013904223);
                    left[frame] = isHeard ? (float)(int)noise[i] * (1.0f / 2147483648.0f) * Parts[i].Amplitude : 0;
                }

                left.CopyTo(block.In(1));
                tracks[i].Process(block.At(position, isPlaying));
            }
        }
    }

    private static string Read(List<HostedPlugin> tracks, string approach) => string.Concat(tracks.Select((track, i) =>
        $"{{ \"approach\": \"{approach}\", \"track\": \"{Parts[i].Name}\", \"relativeLu\": \"{track.TextOf(ParameterId.RelativeLoudness)}\", "
        + $"\"moveDb\": \"{track.TextOf(ParameterId.SuggestedMove)}\", \"hint\": \"{track.TextOf(ParameterId.HintWord)}\" }}\n"));

    private sealed record Part(string Name, Role Role, float Amplitude, int FirstSecond, int LastSecond);
}
