using FaderStager.Mixing.Parameters;

namespace FaderStager.Mixing.Hosts;

/// <summary>What a track asks of the host it lives in. A shell implements it; a test fakes it.</summary>
/// <remarks>
/// <para>
/// [ui] or [worker], never [audio], and never while the coordinator holds its lock. The shell brings the calls to the thread
/// that its host wants. It may be called from within a call that it made itself.
/// </para>
/// <para>A shell may rely on these sequences. Each names the test that holds it.</para>
/// <list type="number">
/// <item>A person sets a value: begin, perform, end of one parameter, all on the person's thread (HostLinkTests 1).</item>
/// <item>A person drags: one begin, any number of performs, one end. Other parameters may be told in between (HostLinkTests 2).</item>
/// <item>The mix sets a value of another track (another track became focal): a whole gesture at that track's link (HostLinkTests 3).</item>
/// <item>
/// A batch (apply all, undo, all faders down): the group begins at every link concerned, then come the gestures, then it ends at
/// every one (HostLinkTests 4).
/// </item>
/// <item>Something is saved that is no parameter (a name, a setting of the mix): one MarkDirty at each track that saves it (HostLinkTests 5).</item>
/// <item>A value that the host itself set is not told back (HostLinkTests 6).</item>
/// <item>A role guessed from a name is told as a gesture, and a host that writes it back has not chosen it (HostLinkTests 7).</item>
/// <item>
/// The place of the fader goes to the host's own: its position is told as the fader's value, which moves it there. It goes back to the plug-in
/// fader: the value is told, then <see cref="MoveFader"/> brings the host's own to 0 dB, in one group (HostLinkTests 8).
/// </item>
/// </list>
/// </remarks>
public interface IHostLink
{
    /// <summary>Whether the host lets the track read and move its channel's own fader, as far as is known. A shell without access leaves it at false.</summary>
    /// <remarks>[any], the coordinator's lock held or not: a plain word that asks nobody.</remarks>
    bool ReachesFader => false;

    /// <summary>Where the channel's own fader is, in dB; negative infinity = down, NaN = the host does not say just now.</summary>
    double FaderDb => double.NaN;

    /// <summary>Moves the channel's own fader while the track's fader is not there.</summary>
    /// <param name="db">Position in dB.</param>
    void MoveFader(double db)
    {
    }

    /// <summary>Several gestures follow that belong together: one step of the host's undo.</summary>
    void BeginGroup();

    /// <summary>The group is complete.</summary>
    void EndGroup();

    /// <summary>A gesture on a parameter begins.</summary>
    /// <param name="id">Which parameter.</param>
    void BeginEdit(ParameterId id);

    /// <summary>A parameter was changed by a person or by the mix.</summary>
    /// <param name="id">Which parameter.</param>
    /// <param name="normalized">Its new value, 0 to 1.</param>
    void PerformEdit(ParameterId id, double normalized);

    /// <summary>The gesture ends.</summary>
    /// <param name="id">Which parameter.</param>
    void EndEdit(ParameterId id);

    /// <summary>Something changed that is saved and is no parameter.</summary>
    void MarkDirty();
}
