namespace FaderStager.Rehearsal.Hosting;

/// <summary>How long the host's blocks are.</summary>
/// <param name="Frames">Frames of every block, or 0 for random ones.</param>
/// <param name="Seed">Where random ones start from.</param>
public readonly record struct BlockSizes(int Frames, int Seed)
{
    /// <summary>The longest block in frames.</summary>
    public const int Longest = 8192;

    /// <summary>The longest random block in frames.</summary>
    public const int LongestRandom = 2048;

    /// <summary>What hosts use by default: 512 frames.</summary>
    public static BlockSizes Usual => new(512, 0);

    /// <summary>The longest block that is asked for, in frames.</summary>
    public int Maximum => Frames == 0 ? LongestRandom : Frames;

    /// <summary>The endless row of a track's block lengths.</summary>
    /// <param name="track">Which track.</param>
    /// <returns>Gives the next length in frames at every call.</returns>
    public Func<int> ForTrack(int track)
    {
        if (Frames != 0)
        {
            int frames = Frames;
            return () => frames;
        }

        // The row is the track's own, so it does not depend on which thread asks first.
        Random random = new(unchecked((Seed * 7919) + track));
        return () => random.Next(1, LongestRandom + 1);
    }
}
