using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>One track of the project's structure with its channel.</summary>
/// <param name="Part">The track, or the channel where it stands alone.</param>
/// <param name="Channel">Its channel, or null.</param>
/// <param name="Parent">Index of the track that it stands in, or <see cref="ProjectOutput.Master"/>.</param>
/// <param name="HasTracks">Whether other tracks stand in it.</param>
internal sealed record DawChannel(XmlPart Part, XmlPart? Channel, int Parent, bool HasTracks)
{
    /// <summary>Whether it is the master.</summary>
    public bool IsMaster => Channel?.Text("role") == "master" && !HasTracks;

    /// <summary>Its volume, or null.</summary>
    public XmlPart? Volume => Channel?.Part("Volume");

    /// <summary>Tracks and channels in the order of the document.</summary>
    /// <param name="structure">The project's structure.</param>
    /// <returns>All of them; a parent stands before its own.</returns>
    public static IReadOnlyList<DawChannel> Of(XmlPart structure)
    {
        List<DawChannel> channels = [];
        Collect(structure, ProjectOutput.Master, channels);
        return channels;
    }

    /// <summary>What a volume says.</summary>
    /// <param name="volume">A real parameter, or null.</param>
    /// <returns>dB; 0 where there is none, NaN where it says no number or not in a unit that is a gain.</returns>
    public static double DbOf(XmlPart? volume)
    {
        double value = volume?.Number("value", 1) ?? 1;
        return volume?.Text("unit") switch
        {
            null or "linear" => value >= 0 && double.IsFinite(value) ? Decibels.FromAmplitude(value) : double.NaN,
            "decibel" => value < double.PositiveInfinity ? value : double.NaN,
            _ => double.NaN,
        };
    }

    private static void Collect(XmlPart within, int parent, List<DawChannel> channels)
    {
        foreach (XmlPart part in within.Parts)
        {
            if (part.Name == "Channel" && within.Name == "Structure")
            {
                channels.Add(new DawChannel(part, part, parent, HasTracks: false));
            }
            else if (part.Name == "Track")
            {
                channels.Add(new DawChannel(part, part.Part("Channel"), parent, part.Part("Track") is not null));
                Collect(part, channels.Count - 1, channels);
            }
        }
    }
}
