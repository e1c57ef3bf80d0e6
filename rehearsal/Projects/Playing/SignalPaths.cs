using System.Collections.Immutable;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>What every track brings to the master: the gains of all ways that lead there from behind its own fader.</summary>
/// <remarks>
/// Gains only, for no plug-in is run. A folder's or bus's plug-ins are therefore passed by; a send to a return that lives by its plug-ins
/// is not followed, unless sends are the track's only way out.
/// </remarks>
internal sealed class SignalPaths
{
    private readonly ProjectSession _session;
    private readonly StereoGain[] _inputs;
    private readonly ILookup<int, (int From, ProjectSend Send)> _feeds;
    private readonly HashSet<int> _playedReturns;
    private readonly List<int> _loops = [];

    /// <summary>Follows all ways of a session.</summary>
    /// <param name="session">The session.</param>
    public SignalPaths(ProjectSession session)
    {
        _session = session;
        _inputs = new StereoGain[session.Tracks.Length];
        _feeds = session.Tracks.SelectMany((track, index) => track.Sends.Select(send => (index, send))).ToLookup(feed => feed.send.To);
        _playedReturns = [.. _feeds.Select(feeds => feeds.Key).Where(IsFedBeforeFadersAlone)];
        foreach (int index in InwardOrder())
        {
            ProjectTrack track = session.Tracks[index];
            StereoGain fader = StereoGain.Both(track.IsMuted || double.IsNaN(track.FaderDb) ? 0 : Decibels.ToAmplitude(track.FaderDb));
            _inputs[index] = Own(track) * fader * BehindFader(track);
        }
    }

    /// <summary>Tracks whose signal comes back to themselves: that way is not followed.</summary>
    public IReadOnlyList<int> Loops => _loops;

    /// <summary>What a track's clips are multiplied by on their way to the master with its own fader at 0 dB and its mute open.</summary>
    /// <param name="index">The track.</param>
    /// <returns>The gain: pan, polarity, folders, sends.</returns>
    public StereoGain Heard(int index) => Own(_session.Tracks[index]) * BehindFader(_session.Tracks[index]);

    /// <summary>Whether a send counts here.</summary>
    /// <param name="track">The sender.</param>
    /// <param name="send">The send.</param>
    /// <returns>Whether it does.</returns>
    public bool IsFollowed(ProjectTrack track, ProjectSend send) =>
        track.Output == ProjectOutput.None || (!send.IsPreFader && _session.Tracks[send.To].PlugIns.IsEmpty);

    /// <summary>The sends that feed a return: a track without clips that nothing but sends leads to. None for any other track.</summary>
    /// <param name="index">The track.</param>
    /// <returns>Who sends, and what.</returns>
    public IReadOnlyList<(int From, ProjectSend Send)> FeedsOfReturn(int index) =>
        _session.Tracks[index] is { Clips.IsEmpty: true, IsGroup: false } ? [.. _feeds[index]] : [];

    /// <summary>Whether a return is played on its own: it has no plug-ins, and all that feeds it is taken before faders, straight from tracks with clips.</summary>
    /// <param name="index">The track.</param>
    /// <returns>Whether it is.</returns>
    public bool IsPlayedReturn(int index) => _playedReturns.Contains(index);

    /// <summary>What a return that is played on its own is fed with: the clips of all its senders, before their faders and pans.</summary>
    /// <param name="index">The return.</param>
    /// <returns>The clips in order of time.</returns>
    public ImmutableArray<ProjectClip> ClipsOfReturn(int index) =>
    [
        .. FeedsOfReturn(index)
            .Where(feed => !_session.Tracks[feed.From].IsMuted)
            .SelectMany(feed => _session.Tracks[feed.From].Clips.Select(clip => clip with { Gain = clip.Gain * Polarity(_session.Tracks[feed.From]) * feed.Send.Gain }))
            .OrderBy(clip => clip.StartSeconds),
    ];

    /// <summary>The track on the way to the master that silences all, or null.</summary>
    /// <param name="index">The track that is not heard.</param>
    /// <returns>The index of the folder that is muted or down.</returns>
    public int? Silencer(int index)
    {
        int steps = 0;
        for (int at = _session.Tracks[index].Output; at >= 0 && steps++ < _session.Tracks.Length; at = _session.Tracks[at].Output)
        {
            if (_session.Tracks[at].IsMuted || double.IsNegativeInfinity(_session.Tracks[at].FaderDb))
            {
                return at;
            }
        }

        return null;
    }

    private static StereoGain Own(ProjectTrack track) => track.PanGain * Polarity(track);

    private static StereoGain Polarity(ProjectTrack track) => StereoGain.Both(track.IsInverted ? -1 : 1);

    private bool IsFedBeforeFadersAlone(int index) =>
        _session.Tracks[index].PlugIns.IsEmpty && FeedsOfReturn(index) is { Count: > 0 } feeds
        && feeds.All(feed => feed.Send.IsPreFader && _session.Tracks[feed.From] is { IsGroup: false, Output: not ProjectOutput.None } && !_feeds[feed.From].Any());

    private StereoGain BehindFader(ProjectTrack track)
    {
        StereoGain sum = track.Output switch
        {
            ProjectOutput.Master => StereoGain.Unity,
            >= 0 => _inputs[track.Output],
            _ => StereoGain.Silence,
        };
        foreach (ProjectSend send in track.Sends)
        {
            if (IsFollowed(track, send))
            {
                sum += send.Gain * _inputs[send.To];
            }
        }

        return sum;
    }

    /// <summary>All tracks, each behind those that it leads to. A way back into itself is left out.</summary>
    private List<int> InwardOrder()
    {
        List<int> order = [];
        byte[] states = new byte[_session.Tracks.Length];
        Stack<(int Track, int Way)> stack = [];
        for (int start = 0; start < states.Length; start++)
        {
            Enter(start);
            while (stack.TryPop(out (int Track, int Way) at))
            {
                ProjectTrack track = _session.Tracks[at.Track];
                if (at.Way > track.Sends.Length)
                {
                    states[at.Track] = 2;
                    order.Add(at.Track);
                    continue;
                }

                stack.Push((at.Track, at.Way + 1));
                int next = at.Way == 0 ? track.Output : track.Sends[at.Way - 1].To;
                if (next >= 0 && states[next] == 1)
                {
                    _loops.Add(at.Track);
                }
                else if (next >= 0)
                {
                    Enter(next);
                }
            }
        }

        return order;

        void Enter(int track)
        {
            if (states[track] == 0)
            {
                states[track] = 1;
                stack.Push((track, 0));
            }
        }
    }
}
