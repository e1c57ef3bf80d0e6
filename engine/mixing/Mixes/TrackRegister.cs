using FaderStager.Mixing.Members;

namespace FaderStager.Mixing.Mixes;

/// <summary>Who is there, in which mix, under which identity and number.</summary>
/// <param name="mixes">The mixes.</param>
/// <param name="gate">The coordinator's lock.</param>
/// <param name="reports">Takes what is to be told to hosts.</param>
/// <remarks>Identities and numbers are unique within a project, where the host tells its project; else within the process.</remarks>
internal sealed class TrackRegister(MixShelf mixes, Gate gate, HostReports reports)
{
    private long _joined;

    /// <summary>A track comes in.</summary>
    /// <param name="track">The track.</param>
    public void AddUnderLock(TrackMember track)
    {
        gate.AssertHeld();
        track.Edits.Count(FreeNumberUnderLock(track));
        track.Chain.Order = _joined;
        mixes.Of(track).Roster.AddUnderLock(new Membership(track, _joined++));
    }

    /// <summary>The place of a track, or null while it has joined none.</summary>
    /// <param name="track">The track.</param>
    public Membership? FindUnderLock(TrackMember track)
    {
        gate.AssertHeld();
        return mixes.OfProject(track).Select(mix => mix.Roster.FindUnderLock(track)).FirstOrDefault(member => member is not null);
    }

    /// <summary>Another track of the same project that has an identity, or null.</summary>
    /// <param name="id">The identity.</param>
    /// <param name="except">The track that is not meant.</param>
    public TrackMember? HolderUnderLock(Guid id, TrackMember except)
    {
        gate.AssertHeld();
        return mixes.OfProject(except).SelectMany(mix => mix.Roster.MembersUnderLock)
            .Select(member => member.Track)
            .FirstOrDefault(track => track is not null && !ReferenceEquals(track, except) && track.Id == id);
    }

    /// <summary>A track goes.</summary>
    /// <param name="track">The track.</param>
    public void RemoveUnderLock(TrackMember track)
    {
        gate.AssertHeld();
        foreach (Mix mix in mixes.OfProject(track))
        {
            if (mix.Roster.FindUnderLock(track) is { } member)
            {
                mix.Roster.RemoveUnderLock(member);
            }
        }
    }

    /// <summary>A track goes to the mix it asks for, without anything of the mix it comes from.</summary>
    /// <param name="track">The track.</param>
    public void PlaceUnderLock(TrackMember track)
    {
        gate.AssertHeld();
        foreach (Mix mix in mixes.OfProject(track))
        {
            if (mix.Group != track.Group && mix.Roster.FindUnderLock(track) is { } member)
            {
                mix.Roster.RemoveUnderLock(member);
                mixes.Of(track).Roster.AddUnderLock(member);
            }
        }
    }

    /// <summary>Tracks that asked for another mix go there, with what that one has settled. An untouched one takes the settings they bring, and with the last track what can be undone.</summary>
    /// <returns>How many tracks are present.</returns>
    public int RegroupUnderLock()
    {
        gate.AssertHeld();
        int present = 0;
        foreach (Mix mix in mixes.All)
        {
            List<Membership> members = mix.Roster.MembersUnderLock;
            for (int i = members.Count - 1; i >= 0; i--)
            {
                present += members[i].IsPresent && members[i].Track is not null ? 1 : 0;
                if (members[i].Track is { } track && track.Group != mix.Group)
                {
                    MoveUnderLock(members[i], track, mix, mixes.Of(track));
                }
            }
        }

        return present;
    }

    /// <summary>Tracks that nobody holds any more are gone; with the last one of a mix its settings go.</summary>
    /// <returns>Whether no track is left at all.</returns>
    public bool PruneUnderLock()
    {
        gate.AssertHeld();
        bool isEmpty = true;
        bool isForgotten = false;
        foreach (Mix mix in mixes.All)
        {
            List<Membership> members = mix.Roster.MembersUnderLock;
            for (int i = members.Count - 1; i >= 0; i--)
            {
                if (members[i].Track is null)
                {
                    mix.Roster.RemoveUnderLock(members[i]);
                }
            }

            isEmpty &= members.Count == 0;
            if (members.Count == 0 && !mix.IsForgotten)
            {
                mix.ForgetUnderLock();
                isForgotten = true;
            }
        }

        if (isForgotten)
        {
            mixes.PruneUnderLock();
        }

        return isEmpty;
    }

    /// <summary>A track goes from one mix to another.</summary>
    /// <param name="member">Its place.</param>
    /// <param name="track">The track.</param>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it goes.</param>
    public void MoveUnderLock(Membership member, TrackMember track, Mix from, Mix to)
    {
        gate.AssertHeld();
        bool mayBeFocal = !track.IsFocal || to.Roster.MayBeFocalUnderLock(track);
        from.Roster.RemoveUnderLock(member);
        track.Edits.Count(FreeNumberUnderLock(track));
        to.Roster.AddUnderLock(member);
        to.Roster.BorrowUnderLock(track, from.Settings);
        if (!mayBeFocal)
        {
            track.Origin.LoadFocal(false);
            reports.AddEdit(track, Parameters.ParameterId.Focal);
        }

        if (from.Roster.MembersUnderLock.Count == 0)
        {
            to.TakeAlongUnderLock(from);
        }

        to.Roster.SettleUnderLock(reports);
    }

    // The lowest number from 1 that nobody has; 0 is nobody's.
    private int FreeNumberUnderLock(TrackMember track)
    {
        HashSet<int> taken = [0, .. mixes.OfProject(track).SelectMany(mix => mix.Roster.MembersUnderLock).Select(member => member.Track?.Edits.Number ?? 0)];
        return taken.Contains(track.Edits.Number) ? Enumerable.Range(1, taken.Count).First(number => !taken.Contains(number)) : track.Edits.Number;
    }
}
