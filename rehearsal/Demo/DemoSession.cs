using FaderStager.Audio.Blocks;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Demo;

/// <summary>The built-in session: 13 tracks of 40 s, a verse and a chorus, played by code, the same at every run.</summary>
/// <remarks>
/// Its levels are wrong on purpose: guitar, kick, pad and backing vocals are far too loud, piano and synth are buried.
/// Backing vocals sing in the chorus only, the riser leads into it, and two tracks have another sample rate.
/// </remarks>
public static class DemoSession
{
    /// <summary>Name of the focal track.</summary>
    public const string FocalName = "Lead Vocal";

    /// <summary>What made the stems, for messages.</summary>
    public const string Origin = "the demo session";

    private const int UsualRateHz = 48_000;
    private const int OtherRateHz = 44_100;

    private static readonly Part[] Parts =
    [
        new("Lead Vocal", UsualRateHz, 1, -14, take => Singer.Sing(take, DemoSong.Tune, 0, 0)),
        new("Kick", UsualRateHz, 1, -8, DrumPlayer.Kick),
        new("Snare", UsualRateHz, 1, -17, DrumPlayer.Snare),
        new("Hi-Hat", UsualRateHz, 1, -14, DrumPlayer.Hats),
        new("Overheads", UsualRateHz, 2, -21, DrumPlayer.Overheads),
        new("Bass", UsualRateHz, 1, -18, BandPlayer.Bass),
        new("Rhythm Guitar", UsualRateHz, 2, -6, BandPlayer.RhythmGuitar),
        new("Piano", UsualRateHz, 2, -19, BandPlayer.Piano),
        new("Lead Synth", UsualRateHz, 2, -22, BandPlayer.LeadSynth),
        new("Pad", OtherRateHz, 2, -20, BandPlayer.Pad),
        new("Backing Vocals", OtherRateHz, 2, -10, take =>
        {
            Singer.Sing(take, DemoSong.ChorusOnly, -4, -0.6);
            Singer.Sing(take, DemoSong.ChorusOnly, -7, 0.6);
            Singer.Sing(take, DemoSong.ChorusOnly, 3, 0.2);
        }),
        new("Shaker", UsualRateHz, 1, -20, DrumPlayer.Shaker),
        new("Riser FX", UsualRateHz, 2, -18, BandPlayer.Riser),
    ];

    /// <summary>Plays all tracks.</summary>
    /// <returns>The stems in the order of a mixing desk.</returns>
    public static IReadOnlyList<MemoryStem> Play()
    {
        MemoryStem[] stems = new MemoryStem[Parts.Length];
        _ = Parallel.For(0, Parts.Length, index => stems[index] = Parts[index].Play(seed: index + 1));
        return stems;
    }

    private sealed record Part(string Name, int SampleRateHz, int Channels, double PeakDbfs, Action<Take> Player)
    {
        public MemoryStem Play(int seed)
        {
            Take take = new(SampleRateHz, Channels, seed);
            Player(take);
            take.ScaleToPeak(Decibels.ToAmplitude(PeakDbfs));
            return new MemoryStem(Name, Origin, SampleRateHz, take.Channels);
        }
    }
}
