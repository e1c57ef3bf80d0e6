using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Projects;

/// <summary>What a session tells of its channels, as a host would tell it to an instance on each.</summary>
/// <param name="session">The session.</param>
/// <param name="names">The names of its tracks.</param>
internal sealed class HostFacts(ProjectSession session, string[] names)
{
    private const uint Opaque = 0xFF00_0000;

    private readonly Dictionary<int, HostBus> _buses = [];

    /// <summary>What it tells of one.</summary>
    /// <param name="index">The track.</param>
    /// <param name="fedBy">The tracks whose sends alone feed it; none for a track that is no return.</param>
    /// <param name="heard">What its sound is multiplied by on its way to the master, its fader not counted.</param>
    /// <returns>Name, colour, place, the folder or group that it leads to.</returns>
    public HostTrack Of(int index, IEnumerable<int> fedBy, StereoGain heard)
    {
        ProjectTrack track = session.Tracks[index];
        return new HostTrack(names[index], track.Colour is { } colour ? Opaque | (uint)colour : null, index, IsPostFader: false, BusOf(index), [.. fedBy.Select(from => (long)from)], heard.IsSilence || !heard.IsSound ? 0 : Decibels.FromAmplitude(Math.Max(Math.Abs(heard.Left), Math.Abs(heard.Right))));
    }

    /// <summary>The bus that a track leads to; a way back into itself ends where it closes.</summary>
    private HostBus? BusOf(int index)
    {
        Stack<int> way = [];
        HashSet<int> passed = [index];
        int at = session.Tracks[index].Output;
        while (at >= 0 && !_buses.ContainsKey(at) && passed.Add(at))
        {
            way.Push(at);
            at = session.Tracks[at].Output;
        }

        HostBus? bus = at >= 0 ? _buses.GetValueOrDefault(at) : null;
        foreach (int folder in way)
        {
            _buses[folder] = bus = new HostBus(folder, session.Tracks[folder].Name, bus);
        }

        return bus;
    }
}
