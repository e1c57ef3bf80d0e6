using FaderStager.Measuring;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>What an approach finds of one track: a move, where it leads, why, and how sure that is. Figures and causes, no words.</summary>
/// <remarks>[any] Read-only outside the engine. Figures that do not exist are NaN; a fader that is down is negative infinity.</remarks>
public sealed record Hint
{
    /// <summary>The track as it was read.</summary>
    public TrackReading Track { get; internal set; } = new();

    /// <summary>The track's identity.</summary>
    public Guid TrackId => Track.Id;

    /// <summary>What the hint says.</summary>
    public HintKind Kind { get; internal set; }

    /// <summary>Why it says so.</summary>
    public Cause Cause { get; internal set; }

    /// <summary>Move of the fader in dB, rounded to 0.1; 0 = leave it; NaN = none can be said (or the fader is down: see <see cref="SuggestedFaderDb"/>).</summary>
    public double MoveDb { get; internal set; } = double.NaN;

    /// <summary>Absolute fader position in dB that would put the track right, rounded to 0.1, or the present position where nothing is to move; NaN = none can be said (post-fader tracks have moves only).</summary>
    public double SuggestedFaderDb { get; internal set; } = double.NaN;

    /// <summary>The position in dB that was wanted before the fader's own limits and steps; NaN = none.</summary>
    public double WantedFaderDb { get; internal set; } = double.NaN;

    /// <summary>Reading relative to the focal in LU, faders counted; NaN = none.</summary>
    public double RelativeLu { get; internal set; } = double.NaN;

    /// <summary>Target relative to the focal in LU; NaN = none.</summary>
    public double TargetLu { get; internal set; } = double.NaN;

    /// <summary>Tolerance about the target in LU; NaN = none.</summary>
    public double ToleranceLu { get; internal set; } = double.NaN;

    /// <summary>Reading minus target in LU, the focal taken where it is or will be; NaN = none.</summary>
    public double DeviationLu { get; internal set; } = double.NaN;

    /// <summary>Where a return belongs against what feeds it, in LU, mostly below 0; NaN = it is none, or nothing tells what feeds it.</summary>
    public double UnderSourceLu { get; internal set; } = double.NaN;

    /// <summary>The anchor that bottom-up brings the focal to, in the unit of <see cref="Anchor"/>; NaN = the hint is not about the anchor.</summary>
    public double AnchorLevel { get; internal set; } = double.NaN;

    /// <summary>What <see cref="AnchorLevel"/> means.</summary>
    public Settings.AnchorKind Anchor { get; internal set; }

    /// <summary>How far the focal's fader stands above its anchor in dB; NaN = unknown, or near enough.</summary>
    public double OffAnchorDb { get; internal set; } = double.NaN;

    /// <summary>The focal's fader in dB that was taken because it is down now; NaN = it is up.</summary>
    public double FocalTakenAtDb { get; internal set; } = double.NaN;

    /// <summary>Whether the hint moves a fader on weak evidence: not in "Apply all" unless asked for.</summary>
    public bool IsWeak => Track.IsWeak && !Track.IsFocal && Cause is Cause.OffPlace or Cause.OffPlaceByHand or Cause.DownWithPlace or Cause.ReturnPlace;

    /// <summary>How sure the reading is.</summary>
    public Confidence Confidence { get; internal set; }

    /// <summary>Place in the order of work, 1 first: bottom-up's order, or top-down's rank of what hurts most; 0 = none.</summary>
    public int Step { get; internal set; }

    /// <summary>Change of the clip's gain in dB that must come before the fader can reach; NaN = not needed.</summary>
    public double TrimDb { get; internal set; } = double.NaN;

    /// <summary>Trim in dB that is advised before the fader goes as far as suggested: see <see cref="TrimHints"/>; NaN = none. The suggested position stands without it.</summary>
    public double LevelTrimDb { get; internal set; } = double.NaN;

    /// <summary>Where the fader ends after that trim, in dB; NaN = none is advised.</summary>
    public double FaderAfterTrimDb { get; internal set; } = double.NaN;

    /// <summary>Clears the hint for a track, so that it can be filled anew.</summary>
    /// <param name="track">The track.</param>
    internal void Begin(TrackReading track)
    {
        (Track, Kind, Cause, Step, Confidence) = (track, HintKind.NotHeard, Cause.NotReached, 0, track.Confidence);
        (MoveDb, SuggestedFaderDb, WantedFaderDb, TrimDb) = (double.NaN, double.NaN, double.NaN, double.NaN);
        (LevelTrimDb, FaderAfterTrimDb) = (double.NaN, double.NaN);
        (RelativeLu, TargetLu, ToleranceLu, DeviationLu) = (double.NaN, double.NaN, double.NaN, double.NaN);
        UnderSourceLu = double.NaN;
        (AnchorLevel, Anchor, OffAnchorDb, FocalTakenAtDb) = (double.NaN, default, double.NaN, double.NaN);
    }
}
