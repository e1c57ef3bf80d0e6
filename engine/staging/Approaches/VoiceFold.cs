using System.Collections.Immutable;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>Lets an approach advise on voices, and gives each track of a voice its part of the advice.</summary>
/// <remarks>[any] Pure. A move moves all tracks of a voice alike.</remarks>
internal static class VoiceFold
{
    /// <summary>Advises on a mix by its voices.</summary>
    /// <param name="approach">The approach.</param>
    /// <param name="mix">The mix, track by track.</param>
    /// <param name="advice">Is filled anew, track by track.</param>
    /// <param name="byVoice">Its voices; every track belongs to one.</param>
    internal static void Advise(IApproach approach, MixSnapshot mix, MixAdvice advice, VoiceMix byVoice)
    {
        ImmutableArray<Voice> voices = byVoice.Voices;
        if (voices.Length == mix.Tracks.Length)
        {
            approach.Advise(mix, advice);
            return;
        }

        MixAdvice ofVoices = byVoice.Advise(approach, mix);
        Span<Hint> hints = advice.Begin(mix, ofVoices.Approach);
        for (int index = 0; index < voices.Length; index++)
        {
            Hint hint = ofVoices.Hints[index];
            foreach (int member in voices[index].Members)
            {
                Spread(hint, voices[index], hints[member]);
            }
        }

        (advice.Step, advice.StartDb, advice.FocalMoveDb) = (ofVoices.Step, ofVoices.StartDb, ofVoices.FocalMoveDb);
        (advice.InPlaceCount, advice.NotHeardCount) = (ofVoices.InPlaceCount, ofVoices.NotHeardCount);
        (advice.HeadroomMoveDb, advice.StagedPeakDbfs) = (ofVoices.HeadroomMoveDb, ofVoices.StagedPeakDbfs);
        (advice.ForwardOfferLu, advice.LoweringLu, advice.LowerStartDb) = (ofVoices.ForwardOfferLu, ofVoices.LoweringLu, ofVoices.LowerStartDb);
        advice.Next = ofVoices.Next is { } next ? advice.For(next.TrackId) : null;
    }

    private static void Spread(Hint from, Voice voice, Hint to)
    {
        TrackReading track = to.Track;
        (to.Kind, to.Cause, to.Step, to.Confidence) = (from.Kind, from.Cause, from.Step, from.Confidence);
        to.UnderSourceLu = from.UnderSourceLu;
        (to.RelativeLu, to.TargetLu, to.ToleranceLu, to.DeviationLu) = (from.RelativeLu, from.TargetLu, from.ToleranceLu, from.DeviationLu);
        (to.AnchorLevel, to.Anchor, to.OffAnchorDb, to.FocalTakenAtDb, to.TrimDb) = (from.AnchorLevel, from.Anchor, from.OffAnchorDb, from.FocalTakenAtDb, from.TrimDb);
        double behind = track.IsDown || voice.Reading.IsDown ? 0 : track.CountedFaderDb - voice.Reading.CountedFaderDb;
        to.WantedFaderDb = from.WantedFaderDb + behind;
        to.MoveDb = track.IsDown && !voice.Reading.IsDown ? double.NaN : from.MoveDb;
        to.SuggestedFaderDb = track.FaderPlace == Settings.FaderPlace.PostFader ? double.NaN
            : from.MoveDb == 0 && !track.IsDown ? track.FaderDb
            : Math.Max(Settings.FaderRange.DownDb + Settings.FaderRange.StepDb, from.SuggestedFaderDb + behind);
    }
}
