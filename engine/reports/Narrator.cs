using System.Collections.Immutable;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Voices;

namespace FaderStager.Reports;

/// <summary>Makes the sentences of findings, for both approaches, for editors and reports alike.</summary>
/// <remarks>[any] Pure. Each call makes its text anew, so ask for what is shown and no more.</remarks>
public static class Narrator
{
    private const string FlagTheFocal = "Flag the focal: the element the mix is built around.";
    private const double LeastSharedLu = 0.5;
    private const string FocalNotHeard = "The focal was not heard yet: play the song where it sounds.";

    extension(Hint hint)
    {
        /// <summary>For a person: what has to be set in the DAW before it counts, what is, and why the move. One sentence where nothing waits.</summary>
        /// <remarks>[any]</remarks>
        public string Reason => Join(
            Phrases.Waits(hint.Track),
            double.IsNaN(hint.TrimDb) ? Join(ReasonOf(hint), LevelTrim(hint), LevelWords.OffTrim(hint.Track)) : Trimmed(hint),
            Phrases.KeptElsewhere(hint.Track));
    }

    extension(Hint hint)
    {
        /// <summary>What to do with the track, as a sentence: "Bring Bass down 4.8 dB to −4.8 dB."</summary>
        /// <remarks>[any]</remarks>
        public string StepSentence
        {
            get
            {
                string step = hint.Cause is Cause.Turn or Cause.KitTurn or Cause.OthersFirst or Cause.Anchor or Cause.AnchorByEar ? BringUp(hint) : Move(hint);
                return PooledText.Of($"{char.ToUpperInvariant(step[0])}{step.AsSpan(1)}.");
            }
        }
    }

    extension(MixAdvice advice)
    {
        /// <summary>The text to read first: the balance of the mix, what comes next, and the room that the bus needs.</summary>
        /// <remarks>[any]</remarks>
        public string Headline => HeadlineOf(advice);

        /// <summary>The one sentence on what comes next, as it stands in the headline.</summary>
        /// <remarks>[any]</remarks>
        public string StepSentence => StepOf(advice);
    }

    /// <summary>Sentences as one text; empty ones are left out.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <returns>The text.</returns>
    /// <remarks>[any]</remarks>
    public static string Join(params ReadOnlySpan<string> sentences) => PooledText.Join(" ", sentences);

    private static string ReasonOf(Hint hint) => hint.Cause switch
    {
        Cause.Silent => "Silent so far: nothing passed the gate.",
        Cause.OutOfMix => hint.Track.Use switch
        {
            TrackUse.Click => "Out of the mix: its name says that it is a click.",
            TrackUse.Talkback => "Out of the mix: its name says that it is talkback.",
            TrackUse.Guide => "Out of the mix: its name says that it is a guide.",
            TrackUse.Reference => "Out of the mix: its name says that it is a reference or a bounce.",
            TrackUse.Trigger => "Out of the mix: its name says that it feeds a sidechain.",
            _ => "Out of the mix: it counts for nothing here.",
        },
        Cause.SameTrack => "Another FaderStager on the same track is staged: this one is its trim.",
        Cause.MixBus => "The mix bus: it measures the sum and gets no move.",
        Cause.NoFocal => FlagTheFocal,
        Cause.NotCompared when !hint.Track.Counts.IsWhole => PooledText.Of($"Not heard with the focal {SongWords.Where(hint.Track.Counts)}: let another part count."),
        Cause.NotCompared => "Not compared with the focal yet: let the song play where both sound.",
        Cause.FocalNotHeard => "The focal was not heard yet, so there is nothing to compare with.",
        Cause.FocalComesFirst => "The focal comes first: until it was heard there is nothing to set this against.",
        Cause.NoPosition => "Its fader has no position that can be read.",
        Cause.FocalHasNoPosition => "Nobody has said where the focal's fader stands in the DAW, so nothing can be read against it.",
        Cause.FocalLeads => hint.Track.IsAudible ? "The focal: the others come to it." : FocalNotHeard,
        Cause.FocalIsDown => PooledText.Of($"The fader of the focal is down: bring it up to the uniform start, {Phrases.Db(hint.WantedFaderDb)}."),
        Cause.UniformStart => PooledText.Of($"The uniform start first: every fader at {Phrases.Db(hint.WantedFaderDb)}, then hear the whole mix."),
        Cause.DownAndNotHeard => "The fader is down and it was not heard yet: bring it to the uniform start.",
        Cause.DownAndFocalNotHeard => "The fader is down and the focal was not heard yet: bring it to the uniform start.",
        Cause.DownWithPlace => PooledText.Of($"The fader is down: {Where(hint)}"),
        Cause.OffPlace => PooledText.Of($"{Phrases.Deviation(hint)}; {Heard(hint)}."),
        Cause.KitPlace => PooledText.Of($"A drum of the kit, which is placed as one: {Phrases.Deviation(hint)}; {Heard(hint)}."),
        Cause.ReturnPlace => PooledText.Of($"A return of {hint.Track.FedByName}: {Phrases.FromPlace(hint)}, {Phrases.UnderSource(hint)}; {Heard(hint)}."),
        Cause.ReturnInPlace => PooledText.Of($"In place: a return of {hint.Track.FedByName}, {Phrases.UnderSource(hint)}; {Heard(hint)}."),
        Cause.ReturnByEar => "A return of an effect, and nothing tells what feeds it: set it by ear.",
        Cause.SumOfOthers => "A bus: its energy is the sum of tracks that are here themselves. It measures them and gets no move.",
        Cause.ParallelToOthers => "A parallel bus: it runs as other tracks do, at another level. It counts in no sum; set it by ear.",
        Cause.OffPlaceByHand => PooledText.Of($"{Phrases.Deviation(hint)}, and the move leads to the edge of it; {Heard(hint)}."),
        Cause.InPlace => PooledText.Of($"In place: {Phrases.Within(hint)}; {Heard(hint)}."),
        Cause.FocalIsUp => FocalUp(hint),
        Cause.Anchor => Anchor(hint),
        Cause.AnchorByEar => PooledText.Of($"Bring up the focal first, by ear: its level in {AnchorUnit(hint)} is not known."),
        Cause.Turn => PooledText.Of($"Its turn: {Where(hint)}"),
        Cause.KitTurn => PooledText.Of($"The turn of its kit, which comes up as one: {Where(hint)}"),
        Cause.OthersFirst => PooledText.Of($"Others come first: {Where(hint)}"),
        Cause.FocalMoved => Follow(hint),
        Cause.Placed => PooledText.Of($"Placed: {Phrases.Within(hint)}; {Heard(hint)}."),
        _ => "Not heard yet: the song has not reached it, or the host suspends it.",
    };

    private static string Trimmed(Hint hint)
    {
        string reason = ReasonOf(hint);
        string lower = PooledText.Of($"{char.ToLowerInvariant(reason[0])}{reason.AsSpan(1)}");
        return hint.TrimDb > 0
            ? PooledText.Of($"The fader cannot reach {Phrases.Db(hint.WantedFaderDb)}, trim the clip up by {Phrases.Distance(hint.TrimDb)} first: {lower}")
            : PooledText.Of($"The fader has no use at {Phrases.Db(hint.WantedFaderDb)}, trim the clip down by {Phrases.Distance(hint.TrimDb)} first: {lower}");
    }

    // "Trim it 9.0 dB down first, and its fader ends at −15.8 dB instead of −24.8 dB."
    private static string LevelTrim(Hint hint) => double.IsNaN(hint.LevelTrimDb) ? ""
        : PooledText.Of($"Trim it {Phrases.Way(hint.LevelTrimDb)} {Phrases.Distance(hint.LevelTrimDb)} first, and its fader ends at {Phrases.Db(hint.FaderAfterTrimDb)} instead of {Phrases.Db(hint.SuggestedFaderDb)}.");

    private static string Where(Hint hint) =>
        PooledText.Of($"{Phrases.Db(hint.WantedFaderDb)} is its place {Phrases.Place(hint.TargetLu)}; {Heard(hint)}.");

    private static string Heard(Hint hint) => double.IsNaN(hint.FocalTakenAtDb)
        ? Phrases.Heard(hint.Track)
        : PooledText.Of($"{Phrases.Heard(hint.Track)}, the focal taken at {Phrases.Db(hint.FocalTakenAtDb)}");

    private static string FocalUp(Hint hint)
    {
        string off = double.IsNaN(hint.OffAnchorDb)
            ? ""
            : PooledText.Of($", {Phrases.Distance(hint.OffAnchorDb)} {(hint.OffAnchorDb < 0 ? "under" : "above")} its anchor of {AnchorText(hint)}, and stays there");
        return hint.Track.IsAudible
            ? PooledText.Of($"The focal is up{off}: the others come to it.")
            : "The focal is up and was not heard yet: play the song where it sounds.";
    }

    private static string Anchor(Hint hint)
    {
        double level = hint.Anchor == AnchorKind.RmsDbfs ? hint.Track.RmsDbfs : hint.Track.IntegratedLufs;
        return PooledText.Of($"The focal comes first: it reads {FigureText.Relative(level)} {AnchorUnit(hint)} at its insert and belongs at its anchor of {AnchorText(hint)}.");
    }

    private static string AnchorText(Hint hint) => PooledText.Of($"{FigureText.Relative(hint.AnchorLevel)} {AnchorUnit(hint)}");

    private static string AnchorUnit(Hint hint) => hint.Anchor == AnchorKind.RmsDbfs ? "dBFS RMS" : "LUFS";

    private static string Follow(Hint hint)
    {
        double follow = hint.WantedFaderDb - hint.Track.CountedFaderDb;
        return PooledText.Of($"The focal moved {Phrases.Way(follow)} {Phrases.Distance(follow)}: following by {Phrases.Db(follow)} keeps the balance; {Heard(hint)}.");
    }

    // Top-down starts from how the whole mix stands; bottom-up from what is to be done.
    private static string HeadlineOf(MixAdvice advice)
    {
        string balance = SaysBalance(advice) ? Phrases.Balance(advice.Mix) : "";
        string room = SaysRoom(advice) ? Phrases.Room(advice) : "";
        string counts = advice.Step is MixStep.InsertTracks or MixStep.TakeFocalIn or MixStep.FlagFocal ? "" : SongWords.Heading(advice.Mix.Counts);
        string pending = Phrases.Pending(DawChecklist.Count(advice.Mix));
        return counts + (advice.Approach == ApproachKind.TopDown
            ? Join(balance, Forward(advice), Shared(advice), Lower(advice), advice.StepSentence, room, pending)
            : Join(Lower(advice), advice.StepSentence, balance, Shared(advice), room, pending));
    }

    // "Your faders say: lead 3.0 LU back."
    private static string Forward(MixAdvice advice) => SaysBalance(advice) && double.IsFinite(advice.ForwardOfferLu)
        ? PooledText.Of($"Your faders say: lead {Phrases.Forward(advice.ForwardOfferLu)}.")
        : "";

    // "22 tracks share the backing: each 2.5 LU lower."
    private static string Shared(MixAdvice advice)
    {
        // Under what a sentence rounds moves to it changes nothing for an ear, and the focal back in its place may need none.
        if (advice.LoweringLu < LeastSharedLu || advice.Step == MixStep.FollowFocal)
        {
            return "";
        }

        int tracks = 0;
        int voices = 0;
        for (int i = 0; i < advice.Hints.Length; i++)
        {
            if (IsBacking(advice.Hints[i]))
            {
                tracks++;
                voices += IsFirstOfVoice(advice.Hints, i, IsBacking) ? 1 : 0;
            }
        }

        return PooledText.Of($"{voices} {(voices < tracks ? "voices" : "tracks")} share the backing: each {Phrases.Lu(advice.LoweringLu)} lower.");
    }

    private static bool IsBacking(Hint hint) => hint.Track is { IsStaged: true, IsFocal: false, IsAudible: true };

    private static bool IsOfKitTurn(Hint hint) => hint.Cause == Cause.KitTurn;

    // Whether no earlier track that counts is of the same voice.
    private static bool IsFirstOfVoice(ImmutableArray<Hint> hints, int index, Func<Hint, bool> counts)
    {
        Guid voice = hints[index].Track.VoiceId;
        for (int i = 0; voice != Guid.Empty && i < index; i++)
        {
            if (hints[i].Track.VoiceId == voice && counts(hints[i]))
            {
                return false;
            }
        }

        return true;
    }

    // "Start the focal 1.8 dB lower and nothing needs trimming."
    private static string Lower(MixAdvice advice) => advice is { LowerStartDb: > 0, Step: MixStep.BringUp or MixStep.MoveTrack }
        ? advice.Approach == ApproachKind.BottomUp
            ? PooledText.Of($"Start the focal {Phrases.Distance(advice.LowerStartDb)} lower and nothing needs trimming.")
            : PooledText.Of($"Lower every fader by {Phrases.Distance(advice.LowerStartDb)} and nothing needs trimming.")
        : "";

    private static bool SaysBalance(MixAdvice advice) => advice.Approach == ApproachKind.TopDown
        ? advice.Step is MixStep.MoveTrack or MixStep.HearFocal or MixStep.Rest
        : advice.Step is MixStep.MoveTrack or MixStep.Rest;

    private static bool SaysRoom(MixAdvice advice) => advice.Step is MixStep.StartUniformly or MixStep.BringUp or MixStep.MoveTrack or MixStep.Rest
        || (advice.Step == MixStep.HearFocal && advice.Approach == ApproachKind.TopDown);

    private static string StepOf(MixAdvice advice) => advice.Step switch
    {
        MixStep.InsertTracks => "No tracks yet: insert FaderStager on the tracks of the mix.",
        MixStep.TakeFocalIn => "The focal is out of the mix: take it back in or flag another.",
        MixStep.FlagFocal => FlagFocal(advice),
        MixStep.StartUniformly => PooledText.Of($"First: set every fader to {Phrases.Db(advice.StartDb)}, the uniform start."),
        MixStep.FollowFocal => FollowFocal(advice),
        MixStep.BringUp when advice.Next!.Cause == Cause.KitTurn => PooledText.Of($"Next: {BringUpKit(advice)}."),
        MixStep.BringUp => PooledText.Of($"Next: {BringUp(advice.Next!)}."),
        MixStep.MoveTrack => PooledText.Of($"{(advice.Approach == ApproachKind.TopDown ? "First" : "Adjust")}: {Move(advice.Next!)}."),
        MixStep.HearFocal => FocalNotHeard,
        MixStep.ConfirmFocal => "Set the focal's fader in the DAW and confirm it: the others are read against it.",
        _ => Rest(advice),
    };

    private static string FlagFocal(MixAdvice advice) => advice.Mix.FocalThatLeft is { } name
        ? PooledText.Of($"Flag the focal again: {name}, which was it, has left this mix or was switched off.")
        : FlagTheFocal;

    private static string FollowFocal(MixAdvice advice)
    {
        double move = advice.FocalMoveDb;
        double back = (advice.Mix.Focal?.FaderDb ?? double.NaN) - move;
        return PooledText.Of($"The focal moved {Phrases.Way(move)} {Phrases.Distance(move)}: let the others follow by {Phrases.Db(move)}, or put it back to {Phrases.Db(back)}.");
    }

    // "bring the kit up as one, 2.5 LU under the focal: Kick to −3.2 dB, Snare to −4.0 dB"
    private static string BringUpKit(MixAdvice advice)
    {
        string place = Phrases.Place(advice.Mix.KitTargetLu - advice.LoweringLu);
        string drums = "";
        for (int i = 0; i < advice.Hints.Length; i++)
        {
            Hint hint = advice.Hints[i];
            if (IsOfKitTurn(hint) && IsFirstOfVoice(advice.Hints, i, IsOfKitTurn))
            {
                string clip = double.IsNaN(hint.TrimDb) ? "" : PooledText.Of($" with its clip {Phrases.Way(hint.TrimDb)} {Phrases.Distance(hint.TrimDb)}");
                drums = PooledText.Join(", ", drums, PooledText.Of($"{Phrases.Name(hint.Track)} to {Phrases.Db(hint.SuggestedFaderDb)}{clip}"));
            }
        }

        return PooledText.Of($"bring the kit up as one, {place}: {drums}");
    }

    private static string BringUp(Hint hint)
    {
        string name = hint.Track.IsFocal ? PooledText.Of($"{Phrases.Name(hint.Track)}, the focal,") : Phrases.Name(hint.Track);
        string place = hint.Track.IsFocal || double.IsNaN(hint.TargetLu) ? "" : PooledText.Of($", {Phrases.Place(hint.TargetLu)}");
        return !double.IsNaN(hint.TrimDb) ? PooledText.Of($"{Trim(hint, name)} and bring its fader to {Phrases.Db(hint.SuggestedFaderDb)}")
            : double.IsNaN(hint.SuggestedFaderDb) ? PooledText.Of($"bring {name} up by ear")
            : PooledText.Of($"bring {name} up to {Phrases.Db(hint.SuggestedFaderDb)}{place}");
    }

    private static string Move(Hint hint)
    {
        string name = Phrases.Name(hint.Track);
        return !double.IsNaN(hint.TrimDb) ? PooledText.Of($"{Trim(hint, name)} and set its fader to {Phrases.Db(hint.SuggestedFaderDb)}")
            : double.IsNaN(hint.MoveDb) ? PooledText.Of($"bring {name} up to {Phrases.Db(hint.SuggestedFaderDb)}")
            : PooledText.Of($"bring {name} {Phrases.Way(hint.MoveDb)} {Phrases.Move(hint.MoveDb)}{(double.IsNaN(hint.SuggestedFaderDb) ? "" : PooledText.Of($" to {Phrases.Db(hint.SuggestedFaderDb)}"))}");
    }

    private static string Trim(Hint hint, string name) => PooledText.Of($"trim the clip of {name} {Phrases.Way(hint.TrimDb)} by {Phrases.Distance(hint.TrimDb)}");

    private static string Rest(MixAdvice advice)
    {
        bool isTopDown = advice.Approach == ApproachKind.TopDown;
        string there = isTopDown ? "is in its place" : "is placed";
        return (advice.InPlaceCount, advice.NotHeardCount) switch
        {
            (0, 0) => "No other track sounds: insert FaderStager on the others.",
            (0, _) => "No other track was heard with the focal yet: play the song.",
            (_, 0) => isTopDown ? "Every track is in its place." : "All tracks are placed.",
            (_, 1) => PooledText.Of($"Every track that was heard {there}; 1 was not heard yet."),
            _ => PooledText.Of($"Every track that was heard {there}; {advice.NotHeardCount} were not heard yet."),
        };
    }
}
