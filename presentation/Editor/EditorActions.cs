using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Editor;

/// <summary>What a person does in the editor, handed to the mix; says what came of it and lets the words follow at once.</summary>
/// <remarks>[ui]</remarks>
internal sealed class EditorActions(TrackInstance track, NoticeViewModel notice)
{
    private const int MostTyped = 24;

    /// <summary>Counts what the person did.</summary>
    public long Count { get; private set; }

    public TrackInstance Track => track;

    public Mix Mix => track.Mix;

    /// <summary>The person did something that is seen at once where it was done: the words follow, and no notice is shown.</summary>
    public void Note() => Count++;

    /// <summary>Keeps how the person leaves the editor.</summary>
    public void KeepLayout(Func<EditorLayout, EditorLayout> edit) => track.EditorLayout = edit(track.EditorLayout);

    /// <summary>Moves what can be moved from here; where the fader is the DAW's own the person has moved it, and says so.</summary>
    public void Apply(Guid trackId)
    {
        if (Mix.State.Advice.For(trackId) is { } asked && (!double.IsNaN(asked.Track.PendingFaderDb) || asked.Track.FaderPlace == FaderPlace.DawFader))
        {
            Confirm(trackId, asked);
            return;
        }

        double movedDb = Mix.ConfirmMove(trackId);
        ImmutableArray<FaderMove> moves = Mix.Apply(trackId);
        if (movedDb == 0 || !moves.IsEmpty)
        {
            Tell(moves);
            return;
        }

        Count++;
        notice.Show($"{Name(trackId)}: what was measured moved {LevelText.Move(movedDb)} with its fader", canUndo: false);
    }

    /// <summary>The person has set the DAW's fader to the position that waits.</summary>
    public void ConfirmFader(Guid trackId)
    {
        Count++;
        double db = Mix.State.Snapshot.Tracks.FirstOrDefault(reading => reading.Id == trackId)?.PendingFaderDb ?? double.NaN;
        notice.Show(Mix.ConfirmFader(trackId) ? $"{Name(trackId)} counts with its fader at {LevelText.Fader(db)}" : "Nothing waits there", canUndo: false);
    }

    /// <summary>The person has set every fader of the DAW that waits.</summary>
    public void ConfirmAllFaders()
    {
        Count++;
        int count = Mix.ConfirmAllFaders();
        notice.Show(count == 1 ? "1 fader confirmed" : $"{count} faders confirmed", canUndo: false);
    }

    /// <summary>Hands the staging of the plug-in faders over to the DAW's.</summary>
    public void HandOver()
    {
        Count++;
        HandOver done = Mix.HandOver();
        List<string> parts = [];
        if (!done.Moved.IsEmpty)
        {
            parts.Add($"{Faders(done.Moved.Length)} handed over");
        }

        if (!done.Pending.IsEmpty)
        {
            parts.Add($"{Faders(done.Pending.Length)} to set in the DAW: until then the mix sounds without them");
        }

        if (!done.Left.IsEmpty)
        {
            parts.Add($"{string.Join(", ", done.Left.Select(Name))} left: the DAW's fader does not go as high");
        }

        notice.Show(done.IsEmpty ? "No plug-in fader is staged" : string.Join("; ", parts), canUndo: done is { Moved.IsEmpty: false } or { Pending.IsEmpty: false }, NoticeViewModel.LongShownMs);
    }

    public void SetFaders(IReadOnlyDictionary<Guid, double> positionsDb) => Tell(Mix.SetFaders(positionsDb));

    public void SetAllFaders(double db) => Tell(Mix.SetAllFaders(db));

    /// <summary>Moves all faders alike, and says where one of them had no room for all of it.</summary>
    public void MoveAllFaders(double moveDb)
    {
        bool anyPost = Mix.State.Snapshot.Tracks.Any(reading => reading.IsStaged && reading.FaderPlace == FaderPlace.PostFader);
        ImmutableArray<FaderMove> moves = Mix.MoveAllFaders(moveDb);
        double moved = moves.IsEmpty ? 0 : FaderRange.Round(moves[0].ToDb - moves[0].FromDb);
        string post = anyPost ? $"; move the post-fader tracks {LevelText.Move(moved)} too" : "";
        if (Math.Abs(moved - moveDb) < FaderRange.StepDb / 2)
        {
            Tell(moves, post);
            return;
        }

        Count++;
        string end = moveDb < 0 ? "the lowest fader" : "the highest fader";
        notice.Show($"All faders {LevelText.Move(moved)} in place of {LevelText.Move(moveDb)}: {end} has no more room, and the balance stays{post}", canUndo: !moves.IsEmpty, NoticeViewModel.LongShownMs);
    }

    public void TakeTrims()
    {
        Count++;
        ImmutableArray<Guid> trimmed = Mix.TakeTrims();
        notice.Show(
            trimmed.IsEmpty ? "No trim can be made from here"
            : trimmed.Length == 1 ? $"{Name(trimmed[0])} trimmed; its fader moved the other way, so the balance stays"
            : $"{trimmed.Length} tracks trimmed; their faders moved the other way, so the balance stays",
            canUndo: !trimmed.IsEmpty);
    }

    public void SetFader(Guid trackId, double db)
    {
        Count++;
        if (Mix.SetFader(trackId, FaderRange.Round(db)).IsEmpty && trackId == track.Id)
        {
            track.FaderDb = FaderRange.Round(db);
        }
    }

    public FaderDrag? DragFader(Guid trackId) => Mix.DragFader(trackId);

    /// <summary>Sets a parameter of this track, which may not have joined the mix yet, or of another.</summary>
    public void Edit(Guid trackId, ParameterId id, double plain)
    {
        Count++;
        if (trackId == track.Id)
        {
            track.Edit(id, plain);
        }
        else
        {
            Mix.EditTrack(trackId, id, plain);
        }
    }

    public void EditMix(Func<MixSettings, MixSettings> edit)
    {
        Count++;
        Mix.Edit(edit);
    }

    public void NameVoice(Guid trackId, string? name)
    {
        Count++;
        Mix.Voices.Name(trackId, name);
        notice.Show("The voice is named, and its tracks stay together", canUndo: true);
    }

    public void SplitVoice(IReadOnlyCollection<Guid> tracks)
    {
        Count++;
        Mix.Voices.Split(tracks);
        notice.Show(tracks.Count == 1 ? "The track is a voice of its own" : $"{tracks.Count} tracks are voices of their own", canUndo: true);
    }

    public void JoinVoice(IReadOnlyCollection<Guid> tracks, Guid into)
    {
        Count++;
        Mix.Voices.Join(tracks, into);
        notice.Show($"One voice with {Name(into)} from now on", canUndo: true);
    }

    public void TakeForward()
    {
        Count++;
        double forwardLu = Mix.TakeForward();
        notice.Show($"Lead {LevelText.Distance(forwardLu).Replace("dB", "LU", StringComparison.Ordinal)} {(forwardLu < 0 ? "back" : "forward")}: all places follow", canUndo: false);
    }

    public void Keep(Guid trackId)
    {
        Count++;
        if (Mix.Keep(trackId, out TargetRefusal refusal))
        {
            string focal = Mix.State.Snapshot.Focal?.Name ?? "the focal";
            notice.Show($"{Name(trackId)}: its present reading is its target now, against {focal}", canUndo: true);
        }
        else if (refusal == TargetRefusal.BeyondRange)
        {
            SayTooFar(trackId);
        }
        else
        {
            notice.Show($"{Name(trackId)} has no reading to keep yet", canUndo: false);
        }
    }

    /// <summary>Sets a target that was typed.</summary>
    public void SetTarget(Guid trackId, double targetLu)
    {
        Count++;
        if (Mix.SetTarget(trackId, targetLu) == TargetRefusal.BeyondRange)
        {
            SayTooFar(trackId);
        }
    }

    public void Undo()
    {
        Count++;
        UndoKind? kind = Mix.NextUndo;
        ImmutableArray<FaderMove> moves = Mix.Undo();
        notice.Show(kind is { } undone ? $"Taken back: {Undone(undone, moves)}" : "Nothing to undo", canUndo: false);
    }

    public void SwitchPicture()
    {
        Count++;
        ImmutableArray<FaderMove> moves = Mix.SwitchPicture();
        string what = Mix.Pictures.IsHidden ? PictureText.Matched(Mix)
            : moves.IsEmpty ? "the same faders so far"
            : $"{Words(moves)}; {PictureText.Matched(Mix)}";
        notice.Show($"Picture {PictureText.Name(Mix)}: {what}", canUndo: false, NoticeViewModel.LongShownMs);
    }

    public void MatchPictures(bool isOn)
    {
        Count++;
        Mix.Pictures.MatchLoudness(isOn);
        notice.Show(isOn ? "From the next switch on A and B sound equally loud" : "A and B sound as loud as their faders stand", canUndo: false);
    }

    public void HidePictures(bool startsWithOther)
    {
        Count++;
        Mix.Pictures.Hide(startsWithOther);
        notice.Show("Which is which is hidden: go between 1 and 2, listen with your eyes shut, then \"Show which\"", canUndo: false, NoticeViewModel.LongShownMs);
    }

    public void ShowPictures()
    {
        Count++;
        int number = Mix.Pictures.Number;
        Mix.Pictures.Show();
        notice.Show($"You hear {Mix.ActivePicture}, which was {number}", canUndo: false, NoticeViewModel.LongShownMs);
    }

    public void Reset()
    {
        Count++;
        Mix.ResetMeasurements();
        notice.Show("Measurements forgotten: play the song again", canUndo: false);
    }

    public void Say(string text) => notice.Show(text, canUndo: false, NoticeViewModel.LongShownMs);

    /// <summary>Says why something was not done as it was asked for.</summary>
    public void SayNo(string text) => notice.Show(text, canUndo: false, NoticeViewModel.LongShownMs, isRefusal: true);

    /// <summary>Says that what was typed could not be taken, and what stays.</summary>
    public void Refuse(string? typed, string wanted, string present)
    {
        string shown = (typed ?? "").Trim();
        SayNo($"\"{(shown.Length > MostTyped ? shown[..MostTyped] + "…" : shown)}\" is no {wanted}: {present} stays");
    }

    /// <summary>Says that a number lay outside of what can be set, and what was taken in its place.</summary>
    public void SayRange(double lowest, double highest, string unit, double taken) =>
        SayNo($"From {LevelText.WithSign(lowest)} to {LevelText.WithSign(highest)} {unit}: taken as {LevelText.WithSign(taken)} {unit}");

    /// <summary>Does what the system may refuse, and says what came of it.</summary>
    public void Try(Action act, string done, string failed)
    {
        try
        {
            act();
            Say(done);
        }
        catch (Exception problem) when (problem is ExternalException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or NotSupportedException or ThreadStateException)
        {
            Say($"{failed}: {problem.Message}");
        }
    }

    /// <summary>Lets the words follow at once, after an edit that went another way.</summary>
    public void Noted() => Count++;

    /// <summary>Says what came of the host's own control for "Apply" or "All faders".</summary>
    public void SayPress()
    {
        (ParameterId id, bool moved) = track.LastPress;
        bool isApply = id == ParameterId.Apply;
        string word = Mix.State.Advice.For(track.Id) is { } hint ? HintWords.Of(hint.Kind) : "not heard yet";
        notice.Show(
            moved ? $"The host's control: {(isApply ? $"{Name(track.Id)} went to its place" : "all faders went to the start")}"
            : isApply ? $"The host's control: {Name(track.Id)} has no position to go to ({word})"
            : "The host's control: all faders are at the start already",
            canUndo: moved);
    }

    private void Tell(ImmutableArray<FaderMove> moves, string more = "")
    {
        Count++;
        notice.Show(moves.IsEmpty ? "No fader had to move" : Words(moves) + more, canUndo: !moves.IsEmpty);
    }

    // "I have set it": what waits, or the position that the hint shows.
    private void Confirm(Guid trackId, Hint asked)
    {
        if (!double.IsNaN(asked.Track.PendingFaderDb))
        {
            ConfirmFader(trackId);
        }
        else
        {
            Tell(Mix.ConfirmFader(trackId, asked.SuggestedFaderDb));
        }
    }

    private void SayTooFar(Guid trackId)
    {
        double most = ParameterInfo.Of(ParameterId.TargetOffset).Maximum;
        SayNo($"{Name(trackId)} stands more than {LevelText.Lu(most).TrimStart('+')} from where the profile has its role: its target stays");
    }

    private string Undone(UndoKind kind, ImmutableArray<FaderMove> moves) => kind switch
    {
        UndoKind.Target => "the target is as it was",
        UndoKind.Picture => $"back to picture {PictureText.Name(Mix)}",
        UndoKind.Place => "the fader is where it was",
        UndoKind.Voices => "the voices are as they were",
        UndoKind.HandOver => "the plug-in faders stage again",
        _ => moves.IsEmpty ? "nothing had to move" : Words(moves),
    };

    private string Words(ImmutableArray<FaderMove> moves)
    {
        int pending = moves.Count(move => move.IsPending);
        int moved = moves.Length - pending;
        if (moves[0].IsTrim)
        {
            return moved == 1 ? $"{Name(moves[0].TrackId)}: trim {LevelText.Fader(moves[0].FromDb)} to {LevelText.Fader(moves[0].ToDb)}" : $"{moved} trims";
        }

        string one = $"{Name(moves[0].TrackId)} {LevelText.Fader(moves[0].FromDb)} to {LevelText.Fader(moves[0].ToDb)}";
        return (moved, pending) switch
        {
            (1, 0) => one,
            (0, 1) => $"set in the DAW: {one}",
            (_, 0) => $"{Faders(moved)} moved",
            (0, _) => $"{Faders(pending)} to set in the DAW",
            _ => $"{Faders(moved)} moved, {Faders(pending)} to set in the DAW",
        };
    }

    private static string Faders(int count) => count == 1 ? "1 fader" : $"{count} faders";

    private string Name(Guid trackId) =>
        Mix.State.Snapshot.Tracks.FirstOrDefault(reading => reading.Id == trackId)?.Name ?? (trackId == track.Id ? track.Name : "The track");
}
