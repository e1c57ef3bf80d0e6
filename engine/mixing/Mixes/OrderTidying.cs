using System.Collections.Immutable;
using FaderStager.Mixing.Members;

namespace FaderStager.Mixing.Mixes;

/// <summary>Keeps a chosen order from naming nobody once all tracks in it have left.</summary>
/// <remarks>
/// Under the coordinator's lock. Copies of the tracks named take their places. Where there is none the order rests, and is back with the
/// first track named in it: a host that takes a removal back makes its tracks anew.
/// </remarks>
internal sealed class OrderTidying
{
    private ImmutableArray<Guid> _resting = [];

    /// <summary>Forgets what rests: the person chose another order, or the mix is over.</summary>
    public void Clear() => _resting = [];

    /// <summary>The order after a track has left.</summary>
    /// <param name="order">The order so far.</param>
    /// <param name="members">Who is left.</param>
    /// <returns>The order from now on.</returns>
    public ImmutableArray<Guid> AfterLeaving(ImmutableArray<Guid> order, List<Membership> members)
    {
        TrackMember[] left = [.. members.Select(member => member.Track).OfType<TrackMember>()];
        if (order.IsEmpty || left.Length == 0 || left.Any(track => order.Contains(track.Id)))
        {
            return order;
        }

        ImmutableArray<Guid> copies =
        [
            .. left.Where(track => order.Contains(track.Origin.CopyOf)).OrderBy(track => order.IndexOf(track.Origin.CopyOf)).Select(track => track.Id),
        ];
        _resting = copies.IsEmpty ? order : [];
        return copies;
    }

    /// <summary>The order after a track has come.</summary>
    /// <param name="order">The order so far.</param>
    /// <param name="came">The track's identity.</param>
    /// <returns>The order from now on.</returns>
    public ImmutableArray<Guid> AfterComing(ImmutableArray<Guid> order, Guid came)
    {
        if (!order.IsEmpty || !_resting.Contains(came))
        {
            return order;
        }

        ImmutableArray<Guid> back = _resting;
        _resting = [];
        return back;
    }
}
