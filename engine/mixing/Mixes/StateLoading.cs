using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;

namespace FaderStager.Mixing.Mixes;

/// <summary>What a loaded state means beyond its track: identity, focal flag and the mix's settings follow from who else is there.</summary>
/// <param name="mixes">The mixes.</param>
/// <param name="register">Who is there.</param>
/// <param name="reports">Takes what is to be told to hosts.</param>
/// <remarks>
/// <para>Under the coordinator's lock. Five kinds of bytes are told apart:</para>
/// <list type="bullet">
/// <item>A track's own: the host takes something back. All of them counts, older settings of the mix included.</item>
/// <item>Bytes of a living track: the one that got them is a copy, keeps an identity of its own and is not focal.</item>
/// <item>Bytes of a track that is switched off: it gives its identity, and the focal flag where it has it, to the one that got them.</item>
/// <item>Bytes of a track that is gone: the one that got them is that track again.</item>
/// <item>Any bytes, at a track that is known by another identity already (a preset): it stays who it is.</item>
/// </list>
/// <para>Only the first kind takes the focal flag from a mix that has a focal.</para>
/// </remarks>
internal sealed class StateLoading(MixShelf mixes, TrackRegister register, HostReports reports)
{
    /// <summary>A host gave a track its saved state.</summary>
    /// <param name="track">The track; it need not have joined yet.</param>
    /// <param name="state">What was read.</param>
    public void LoadUnderLock(TrackMember track, TrackState state)
    {
        MixRoster roster = mixes.Of(track.Project, state.Group).Roster;
        TrackState before = track.Edits.Loaded;
        bool isMember = register.FindUnderLock(track) is not null;
        track.Origin.IsIdentified |= isMember && mixes.Of(track).Settings.Order.Contains(track.Id);
        bool isUndo = isMember && IsOwn(track, state, before) && !track.Origin.IsRepeat(state, before, roster.Acts);
        track.Edits.TakeOver(state);
        track.Fader.TakeOver(state);
        track.Origin.NoteLoad(state, roster.Acts);
        if (isMember)
        {
            register.PlaceUnderLock(track);
        }

        Identify(track, state, roster, isMember);
        if (isMember)
        {
            track.Origin.IsIdentified = true;
            roster.AdoptUnderLock(track, state.Mix, isUndo);
        }
    }

    /// <summary>A track joins its mix, with what it was loaded with before.</summary>
    /// <param name="track">The track.</param>
    public void JoinUnderLock(TrackMember track)
    {
        if (register.HolderUnderLock(track.Id, track) is { } holder)
        {
            if (holder.Audio.IsActive)
            {
                track.Origin.BecomeCopy(track.Id, track.IsFocal);
                Rename(track);
            }
            else
            {
                track.Origin.LoadFocal(TakeIdentity(holder) || track.IsFocal);
            }
        }

        register.AddUnderLock(track);
        track.Edits.NoteJoin();
        track.Origin.IsIdentified = track.Edits.Loaded.IsRead;
        MixRoster roster = mixes.Of(track).Roster;
        roster.AdoptUnderLock(track, track.Edits.Loaded.Mix);
        bool wants = track.Origin.IsFocalDenied || (track.IsFocal && track.Origin.IsFocalFromState);
        if (wants && roster.MayBeFocalUnderLock(track) != track.IsFocal)
        {
            Claim(track, roster);
            reports.AddEdit(track, ParameterId.Focal);
        }
    }

    /// <summary>A host told the track's project, maybe only after it had joined.</summary>
    /// <param name="track">The track.</param>
    /// <param name="project">The project, as the host's own handle.</param>
    public void MoveUnderLock(TrackMember track, nint project)
    {
        Membership? member = register.FindUnderLock(track);
        Mix from = mixes.Of(track);
        track.Project = project;
        Mix to = mixes.Of(track);
        if (member is null || ReferenceEquals(from, to))
        {
            return;
        }

        if (register.HolderUnderLock(track.Id, track) is not null)
        {
            track.Origin.BecomeCopy(track.Id, track.IsFocal);
            Rename(track);
        }

        register.MoveUnderLock(member, track, from, to);
    }

    private void Identify(TrackMember track, TrackState state, MixRoster roster, bool isMember)
    {
        bool isFocal = track.IsFocal;
        if (state.Id == track.Id)
        {
            LoadOwnFocal(track, state, roster);
        }
        else if (state.Id == Guid.Empty || track.Origin.IsIdentified || state.Id == track.Origin.CopyOf)
        {
            LoadForeignFocal(track, state, roster);
        }
        else if (register.HolderUnderLock(state.Id, track) is { Audio.IsActive: true })
        {
            track.Origin.BecomeCopy(state.Id, state.IsFocal);
            reports.AddDirty(track);
            if (isFocal && isMember)
            {
                track.Origin.LoadFocal(true);
            }
        }
        else
        {
            bool wasFocal = register.HolderUnderLock(state.Id, track) is { } holder && TakeIdentity(holder);
            track.Edits.Identify(state.Id);
            if (state.IsFocal || wasFocal)
            {
                Claim(track, roster);
            }
            else if (!isMember)
            {
                track.Origin.LoadFocal(false);
            }
        }
    }

    // The host takes something back: what the bytes say of the focal counts, and the flag goes back to where it came from.
    private void LoadOwnFocal(TrackMember track, TrackState state, MixRoster roster)
    {
        if (state.IsFocal)
        {
            track.Origin.LoadFocal(!track.Origin.IsFocalDenied);
        }
        else
        {
            roster.Succession.GiveBack(track, roster.PresentUnderLock(), reports);
            track.Origin.LoadFocal(false);
        }
    }

    // Bytes of another track say nothing of a focal that is one already, unless it took the flag from the one it is a copy of.
    private void LoadForeignFocal(TrackMember track, TrackState state, MixRoster roster)
    {
        bool isCopy = state.Id != Guid.Empty && state.Id == track.Origin.CopyOf;
        if (track.IsFocal)
        {
            if (isCopy && roster.Succession.GiveBack(track, roster.PresentUnderLock(), reports))
            {
                track.Origin.LoadFocal(false);
            }
        }
        else if (state.IsFocal && !(isCopy && register.HolderUnderLock(state.Id, track) is not null) && roster.MayBeFocalUnderLock(track))
        {
            track.Origin.LoadFocal(true);
        }
    }

    private static void Claim(TrackMember track, MixRoster roster)
    {
        bool isFocal = roster.MayBeFocalUnderLock(track);
        track.Origin.LoadFocal(isFocal);
        track.Origin.IsFocalDenied = !isFocal;
    }

    /// <summary>Takes the identity of a track that is switched off.</summary>
    /// <returns>Whether it was focal.</returns>
    private bool TakeIdentity(TrackMember holder)
    {
        bool wasFocal = holder.IsFocal;
        holder.Origin.BecomeCopy(holder.Id, wasFocal);
        if (wasFocal)
        {
            reports.AddEdit(holder, ParameterId.Focal);
        }

        Rename(holder);
        return wasFocal;
    }

    private void Rename(TrackMember track)
    {
        track.Edits.Identify(Guid.NewGuid());
        reports.AddDirty(track);
    }

    private static bool IsOwn(TrackMember track, TrackState state, TrackState before) =>
        state.Id == track.Id
        || (state.Id != Guid.Empty && state.Id == track.Origin.CopyOf && state.Mix.Lineage == before.Mix.Lineage && state.Mix.Revision == before.Mix.Revision);
}
