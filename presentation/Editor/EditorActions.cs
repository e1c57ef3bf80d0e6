using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Texts;
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

    /// <summary>Moves what can be moved from here; a post-fader track's fader was moved by the person, who says so.</summary>
    public void Apply(Guid trackId)
    {
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

    public void SetFaders(IReadOnlyDictionary<Guid, double> positionsDb) => Tell(Mix.SetFaders(positionsDb));

    public void SetAllFaders(double db) => Tell(Mix.SetAllFaders(db));

    public void MoveAllFaders(double moveDb) => Tell(Mix.MoveAllFaders(moveDb));

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

    public void Keep(Guid trackId)
    {
        Count++;
        notice.Show(Mix.Keep(trackId) ? $"{Name(trackId)}: its present reading is its target now" : $"{Name(trackId)} has no reading to keep yet", canUndo: false);
    }

    public void Undo()
    {
        Count++;
        ImmutableArray<FaderMove> moves = Mix.Undo();
        notice.Show(moves.IsEmpty ? "Nothing to undo" : $"Taken back: {Words(moves)}", canUndo: false);
    }

    public void SwitchPicture()
    {
        Count++;
        ImmutableArray<FaderMove> moves = Mix.SwitchPicture();
        string what = moves.IsEmpty ? "the same faders so far" : Words(moves);
        notice.Show($"Picture {Mix.ActivePicture}: {what}", canUndo: false);
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

    /// <summary>Lets the words follow at once, after an edit that went another way.</summary>
    public void Noted() => Count++;

    private void Tell(ImmutableArray<FaderMove> moves)
    {
        Count++;
        notice.Show(moves.IsEmpty ? "No fader had to move" : Words(moves), canUndo: !moves.IsEmpty);
    }

    private string Words(ImmutableArray<FaderMove> moves) => moves.Length == 1
        ? $"{Name(moves[0].TrackId)}{(moves[0].IsTrim ? ": trim" : "")} {LevelText.Fader(moves[0].FromDb)} to {LevelText.Fader(moves[0].ToDb)}"
        : moves.Length > 0 && moves[0].IsTrim ? $"{moves.Length} trims set" : $"{moves.Length} faders moved";

    private string Name(Guid trackId) =>
        Mix.State.Snapshot.Tracks.FirstOrDefault(reading => reading.Id == trackId)?.Name ?? (trackId == track.Id ? track.Name : "The track");
}
