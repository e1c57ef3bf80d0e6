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
    private readonly List<int> _loops = [];

    /// <summary>Follows all ways of a session.</summary>
    /// <param name="session">The session.</param>
    public SignalPaths(ProjectSession session)
    {
        _session = session;
        _inputs = new StereoGain[session.Tracks.Length];
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

    /// <summary>The track on the way to the master that silences all, or null.</summary>
    /// <param name="index">The track that is not heard.</param>
    /// <returns>The folder that is muted or down.</returns>
    public ProjectTrack? Silencer(int index)
    {
        int steps = 0;
        for (int at = _session.Tracks[index].Output; at >= 0 && steps++ < _session.Tracks.Length; at = _session.Tracks[at].Output)
        {
            if (_session.Tracks[at] is { } track && (track.IsMuted || double.IsNegativeInfinity(track.FaderDb)))
            {
                return track;
            }
        }

        return null;
    }

    private static StereoGain Own(ProjectTrack track) => track.PanGain * StereoGain.Both(track.IsInverted ? -1 : 1);

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
