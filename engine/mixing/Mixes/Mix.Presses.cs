using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Mixes;

/// <summary>Presses: what the momentary parameters of the tracks are for. An editor's buttons do the same without them.</summary>
public sealed partial class Mix
{
    /// <summary>Where the approach in force begins, in dB: top-down's uniform start, or negative infinity for bottom-up.</summary>
    /// <remarks>[any]</remarks>
    public double StartDb => Settings.Approach == ApproachKind.BottomUp
        ? double.NegativeInfinity
        : FaderRange.Round(UniformStart.Db(Settings.Start, Published.Snapshot.Tracks.Count(track => track.InMix && track.Role != Role.MixBus)));

    /// <summary>Does what was pressed, once, and brings each control up again.</summary>
    /// <remarks>[worker] Allocates nothing where nothing was pressed. A press of a track that has no position to go to moves nothing, and the log says so.</remarks>
    internal void ActOnPresses()
    {
        while (FindPressed() is { } pressed)
        {
            bool moved = !(pressed.Id == ParameterId.Apply ? Apply(pressed.Track.Id) : SetAllFaders(StartDb)).IsEmpty;
            if (!moved)
            {
                LogFile.Write($"\"{ParameterInfo.Of(pressed.Id).Name}\" on {pressed.Track.Edits.Name}: no fader had anywhere to go. The parameter \"Hint\" says why.");
            }

            Change(() =>
            {
                if (pressed.Track.Presses.Answer(pressed.Id, moved))
                {
                    _coordinator.Reports.AddEdit(pressed.Track, pressed.Id);
                }
            });
        }
    }

    private (TrackMember Track, ParameterId Id)? FindPressed()
    {
        using Lock.Scope held = _coordinator.Gate.Enter();
        List<Membership> members = _roster.MembersUnderLock;
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].IsPresent && members[i].Track is { } track && track.Presses.TryTake(out ParameterId id))
            {
                return (track, id);
            }
        }

        return null;
    }
}
