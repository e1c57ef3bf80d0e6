using System.Collections.Concurrent;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>The mixes of this process: one for each group of each project. Most hosts tell no project; then all tracks are of one.</summary>
/// <remarks>
/// [any] finds mixes; projects are let go under the coordinator's lock. The only project there is has the mixes of tracks whose host tells
/// none, so that nobody has to know of projects where there is one.
/// </remarks>
internal sealed class MixShelf
{
    private static readonly MixGroup[] Groups = Enum.GetValues<MixGroup>();

    private readonly Lock _making = new();
    private readonly Func<MixGroup, Mix> _make;
    private readonly Mix[] _home;
    private readonly ConcurrentDictionary<nint, Mix[]> _projects = new();
    private volatile Mix[] _all;

    /// <summary>Makes the mixes of tracks whose host tells no project.</summary>
    /// <param name="make">Makes an empty mix.</param>
    public MixShelf(Func<MixGroup, Mix> make)
    {
        _make = make;
        _home = [.. Groups.Select(make)];
        _all = _home;
    }

    /// <summary>All mixes, as a list that nothing changes.</summary>
    public Mix[] All => _all;

    /// <summary>A mix; made with its project's others where it is the first one asked for.</summary>
    /// <param name="project">The project; 0 = none is told.</param>
    /// <param name="group">The group.</param>
    public Mix Of(nint project, MixGroup group) => OfProject(project)[(int)group];

    /// <summary>The mix that a track asks for.</summary>
    /// <param name="track">The track.</param>
    public Mix Of(TrackMember track) => Of(track.Project, track.Group);

    /// <summary>The mixes of a track's project.</summary>
    /// <param name="track">The track.</param>
    public Mix[] OfProject(TrackMember track) => OfProject(track.Project);

    /// <summary>Lets go of projects without tracks.</summary>
    public void PruneUnderLock()
    {
        lock (_making)
        {
            foreach ((nint project, Mix[] mixes) in _projects)
            {
                if (mixes.All(mix => mix.Roster.MembersUnderLock.Count == 0))
                {
                    _projects.TryRemove(project, out _);
                }
            }

            List();
        }
    }

    private Mix[] OfProject(nint project) => project == 0 ? _home : _projects.TryGetValue(project, out Mix[]? mixes) ? mixes : Make(project);

    private Mix[] Make(nint project)
    {
        lock (_making)
        {
            bool isOnlyOne = _projects.IsEmpty && _home.All(mix => mix.Roster.MembersUnderLock.Count == 0);
            Mix[] mixes = _projects.GetOrAdd(project, _ => isOnlyOne ? _home : [.. Groups.Select(_make)]);
            List();
            return mixes;
        }
    }

    private void List() => _all = [.. _home, .. _projects.Where(project => project.Value != _home).OrderBy(project => project.Key).SelectMany(project => project.Value)];
}
