using System.Collections.Immutable;
using System.Globalization;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Turns the tracks of a project into those of the model.</summary>
internal sealed class DawTracks
{
    private readonly IReadOnlyList<DawChannel> _channels;
    private readonly Dictionary<string, int> _byChannel = [];
    private readonly Dictionary<string, int> _byTrack = [];
    private readonly TrackNotes[] _notes;

    /// <summary>Tracks by the ids that refer to them.</summary>
    /// <param name="channels">Tracks and channels in the order of the document.</param>
    public DawTracks(IReadOnlyList<DawChannel> channels)
    {
        _channels = channels;
        _notes = [.. channels.Select(_ => new TrackNotes())];
        for (int index = 0; index < channels.Count; index++)
        {
            if (channels[index].Channel?.Text("id") is { } channel)
            {
                _byChannel[channel] = channels[index].IsMaster ? ProjectOutput.Master : index;
            }

            if (channels[index].Part.Text("id") is { } track)
            {
                _byTrack[track] = index;
            }
        }
    }

    /// <summary>Index of the track that an id means, or null.</summary>
    /// <param name="id">The id, or null.</param>
    /// <returns>The index.</returns>
    public int? IndexOf(string? id) => id is not null && _byTrack.TryGetValue(id, out int index) ? index : null;

    /// <summary>Where to note what is left out of a track.</summary>
    /// <param name="index">The track.</param>
    /// <returns>Its notes.</returns>
    public TrackNotes NotesOf(int index) => _notes[index];

    /// <summary>The tracks as the model has them. The master is among them, silent, at its index.</summary>
    /// <param name="clips">The clips of each.</param>
    /// <returns>The tracks, at their indexes.</returns>
    public ImmutableArray<ProjectTrack> Read(IReadOnlyList<ProjectClip>[] clips)
    {
        int[] outputs = [.. Enumerable.Range(0, _channels.Count).Select(OutputOf)];
        HashSet<int> groups = [.. outputs, .. _channels.Select(channel => channel.Parent)];
        return [.. _channels.Select((channel, index) => Track(channel, index, outputs[index], clips[index]) with { IsGroup = groups.Contains(index) })];
    }

    /// <summary>Names of the devices of a channel that are on and change the sound.</summary>
    /// <param name="channel">The channel, or null.</param>
    /// <returns>Their names.</returns>
    public static ImmutableArray<string> PlugInsOf(XmlPart? channel) =>
    [
        .. (channel?.Part("Devices")?.Parts ?? [])
            .Where(device => (device.Part("Enabled")?.Flag("value", true) ?? true) && device.Flag("loaded", true) && device.Text("deviceRole") is not "analyzer")
            .Select(device => device.Text("name") ?? device.Text("deviceName") ?? "an unnamed plug-in"),
    ];

    private ProjectTrack Track(DawChannel channel, int index, int output, IReadOnlyList<ProjectClip> clips)
    {
        TrackNotes notes = _notes[index];
        double faderDb = DawChannel.DbOf(channel.Volume);
        if (channel.Volume?.Text("unit") is { } unit and not ("linear" or "decibel"))
        {
            notes.Add($"its volume is given in \"{Shorten(unit)}\", which says no dB");
        }

        XmlPart? pan = channel.Channel?.Part("Pan");
        if (pan is not null && IsPanned(pan))
        {
            notes.Add("its pan is not played: the format does not say by which law");
        }

        return new ProjectTrack
        {
            Name = channel.Part.Text("name")?.Trim() ?? "",
            Colour = ColourOf(channel.Part.Text("color")),
            FaderDb = faderDb,
            IsMuted = (channel.Channel?.Part("Mute")?.Flag("value", false) ?? false) || !channel.Part.Flag("loaded", true),
            IsSoloed = channel.Channel?.Flag("solo", false) ?? false,
            Output = output,
            Sends = [.. SendsOf(channel, index)],
            Clips = [.. clips.OrderBy(clip => clip.StartSeconds)],
            PlugIns = PlugInsOf(channel.Channel),
            Notes = notes.Phrases,
        };
    }

    /// <summary>Signals follow destinations, not nesting; without one they go to the group around, or to the master.</summary>
    private int OutputOf(int index)
    {
        DawChannel channel = _channels[index];
        int output = channel.Channel?.Text("destination") is { } id && _byChannel.TryGetValue(id, out int found) ? found : channel.Parent;
        return output == index ? ProjectOutput.Master : output;
    }

    private IEnumerable<ProjectSend> SendsOf(DawChannel channel, int index)
    {
        foreach (XmlPart send in (channel.Channel?.Part("Sends")?.Parts ?? []).Where(part => part.Name == "Send"))
        {
            bool isOn = send.Part("Enable")?.Flag("value", true) ?? true;
            if (!isOn || send.Text("destination") is not { } id || !_byChannel.TryGetValue(id, out int to) || to < 0 || to == index)
            {
                continue;
            }

            double db = DawChannel.DbOf(send.Part("Volume"));
            StereoGain gain = StereoGain.Both(Decibels.ToAmplitude(db));
            if (!gain.IsSound)
            {
                _notes[index].Add("a send has a level that is no usable number and is left out");
            }
            else if (!gain.IsSilence)
            {
                yield return new ProjectSend(to, gain, IsPreFader: send.Text("type") == "pre");
            }
        }
    }

    private static bool IsPanned(XmlPart pan)
    {
        double low = pan.Number("min", 0);
        double high = pan.Number("max", 1);
        return Math.Abs(pan.Number("value", (low + high) / 2) - ((low + high) / 2)) > 1e-3 * Math.Abs(high - low);
    }

    private static int? ColourOf(string? text) =>
        text is ['#', .. var hex] && hex.Length >= 6 && int.TryParse(hex[..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int colour) ? colour : null;

    private static string Shorten(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
