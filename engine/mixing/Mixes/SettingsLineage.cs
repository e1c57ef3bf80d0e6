using System.Collections.Immutable;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.States;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>The settings of a mix, and from which others they stem: who may change them, and what newcomers bring that counts.</summary>
/// <remarks>[any] reads; all else under the coordinator's lock. Revisions compare within one lineage only.</remarks>
internal sealed class SettingsLineage
{
    private readonly OrderTidying _tidying = new();
    private MixSettings _settings = MixSettings.Default;
    private long _highestRevision;
    private bool _isBorrowed;

    /// <summary>The settings in force. [any]</summary>
    public MixSettings Settings => Volatile.Read(ref _settings);

    /// <summary>Counts what a person changed.</summary>
    public long Acts { get; private set; }

    /// <summary>Changes the settings and counts the revision up. The first edit of untouched or borrowed ones begins a lineage.</summary>
    public void Edit(Func<MixSettings, MixSettings> edit)
    {
        MixSettings before = Settings;
        MixSettings edited = edit(before);
        if (!edited.Order.Equals(before.Order))
        {
            _tidying.Clear();
        }

        _highestRevision = Math.Max(_highestRevision, before.Revision) + 1;
        Acts++;
        Volatile.Write(ref _settings, StateLimits.Settings(edited) with
        {
            Lineage = before.Lineage == Guid.Empty || _isBorrowed ? Guid.NewGuid() : before.Lineage,
            Revision = _highestRevision,
        });
        _isBorrowed = false;
    }

    /// <summary>Takes settings that a track brings, where they count.</summary>
    /// <param name="loaded">Its settings: taken by a mix that nobody has touched, and where they are newer ones of the mix's own lineage.</param>
    /// <param name="isUndo">Whether a host takes something back: then they are taken whatever they are.</param>
    /// <returns>False where they are another lineage's, and were left.</returns>
    public bool Adopt(MixSettings loaded, bool isUndo)
    {
        MixSettings present = Settings;
        bool isNewer = present.Revision == 0 ? loaded.Revision > 0 : loaded.Lineage == present.Lineage && loaded.Revision > present.Revision;
        if (isUndo || isNewer)
        {
            _highestRevision = loaded.Lineage == present.Lineage ? Math.Max(_highestRevision, present.Revision) : 0;
            Volatile.Write(ref _settings, loaded);
        }

        return loaded.Revision == 0 || loaded.Lineage == Settings.Lineage;
    }

    /// <summary>What was adopted last is another mix's: with its first edit this one begins a lineage of its own.</summary>
    /// <param name="wasUntouched">Whether nobody had touched this mix before.</param>
    public void NoteBorrowed(bool wasUntouched) => _isBorrowed |= wasUntouched && Settings.Revision > 0;

    /// <summary>A track came: an order that rested is back with the first track named in it.</summary>
    /// <param name="trackId">The track.</param>
    public void TakeIntoOrder(Guid trackId) => SetOrder(_tidying.AfterComing(Settings.Order, trackId));

    /// <summary>A track left: an order whose tracks have all left goes to their copies, or rests.</summary>
    /// <param name="members">Who is there, or away for a while.</param>
    public void TakeOutOfOrder(List<Membership> members) => SetOrder(_tidying.AfterLeaving(Settings.Order, members));

    /// <summary>Back to the defaults.</summary>
    public void Forget()
    {
        _tidying.Clear();
        (_highestRevision, _isBorrowed) = (0, false);
        Volatile.Write(ref _settings, MixSettings.Default);
    }

    // No edit: it follows from who is there, so the revision stays.
    private void SetOrder(ImmutableArray<Guid> order)
    {
        if (!order.Equals(Settings.Order))
        {
            Volatile.Write(ref _settings, Settings with { Order = order });
        }
    }
}
