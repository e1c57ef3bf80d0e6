using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Readings;

/// <summary>A mix at one moment: settings, targets and every track's reading. What approaches and views read.</summary>
/// <remarks>[any] Read-only outside the engine; published by one reference swap.</remarks>
public sealed record MixSnapshot
{
    /// <summary>A mix without tracks.</summary>
    public static MixSnapshot Empty { get; } = new();

    /// <summary>Which mix.</summary>
    public MixGroup Group { get; internal set; }

    /// <summary>Counts the snapshots of this mix.</summary>
    public long Sequence { get; internal set; }

    /// <summary>The mix's shared settings.</summary>
    public MixSettings Settings { get; internal set; } = MixSettings.Default;

    /// <summary>How far forward the lead is, in LU: all targets are that much lower. 0 = as the profile has it.</summary>
    public double ForwardLu => Settings.ForwardLu ?? 0;

    /// <summary>The profile in force.</summary>
    public TargetProfile Profile { get; internal set; } = BuiltInProfiles.Default;

    /// <summary>The tracks in a lasting order (the order they joined in).</summary>
    public ImmutableArray<TrackReading> Tracks { get; internal set; } = [];

    /// <summary>Name of the track that was focal last, where it was removed, moved to another mix or switched off and no other is focal; else null.</summary>
    public string? FocalThatLeft { get; internal set; }

    /// <summary>Focal minus the energy sum of all other tracks in LU, faders counted, while the focal sounds; NaN = none.</summary>
    public double FocalAgainstRestLu { get; internal set; } = double.NaN;

    /// <summary>Where the focal belongs against the rest, in LU, by its role; lead forward counted.</summary>
    public double WantedFocalAgainstRestLu => Profile.FocalAgainstRestLu(Focal?.Role ?? Role.LeadVocal) + ForwardLu;

    /// <summary>Whether <see cref="FocalAgainstRestLu"/> was measured on a mix bus since the last fader move instead of estimated from the tracks.</summary>
    public bool RestIsMeasured { get; internal set; }

    /// <summary>Where <see cref="FocalAgainstRestLu"/> comes from, or why there is none.</summary>
    public RestSource RestSource
    {
        get
        {
            if (double.IsFinite(FocalAgainstRestLu))
            {
                return RestIsMeasured ? RestSource.Measured : RestSource.Estimated;
            }

            if (Focal is not { } focal)
            {
                return RestSource.NoFocal;
            }

            bool hasOthers = false;
            bool othersAreDown = true;
            foreach (TrackReading track in Tracks)
            {
                bool counts = track.IsStaged && !track.IsFocal;
                hasOthers |= counts;
                othersAreDown &= !counts || track.IsDown;
            }

            othersAreDown &= hasOthers;
            return focal.IsDown ? (othersAreDown ? RestSource.FadersDown : RestSource.FocalDown)
                : othersAreDown ? RestSource.OthersDown
                : RestSource.NotHeard;
        }
    }

    /// <summary>Predicted peak of the mix bus with the faders as they are, in dBFS; negative infinity = nothing is up.</summary>
    public double PredictedPeakDbfs { get; internal set; } = double.NegativeInfinity;

    /// <summary>Whether <see cref="PredictedPeakDbfs"/> rests on what a mix bus measured, moved with the faders since; else it is foretold from the tracks.</summary>
    public bool PeakIsFromBus { get; internal set; }

    /// <summary>How much higher that peak is than the tracks foretell, in dB; 0 without a mix bus.</summary>
    public double BusPeakOverForetoldDb { get; internal set; }

    /// <summary>Integrated loudness of the mix bus in LUFS, moved with the faders since; NaN = no bus, or it has heard less of the song than the tracks.</summary>
    public double BusLufs { get; internal set; } = double.NaN;

    /// <summary>
    /// The mix bus against the energy sum of the tracks in LU, over what it heard since the last fader move: above 0 it carries more than
    /// they account for. NaN = not known.
    /// </summary>
    public double BusAgainstTracksLu { get; internal set; } = double.NaN;

    /// <summary>The drums of the kit as one against the focal in LU, faders counted; NaN = there are not several, or it is not known.</summary>
    public double KitLu { get; internal set; } = double.NaN;

    /// <summary>Tracks that are drums of the kit; 0 or 1 = there is no kit of several.</summary>
    public int KitTracks { get; internal set; }

    /// <summary>Where the kit as one belongs against the focal, in LU.</summary>
    public double KitTargetLu => Profile.Against(Role.DrumBus, Focal?.Role ?? Role.LeadVocal) - ForwardLu;

    /// <summary>Tolerance about that in LU.</summary>
    public double KitToleranceLu => Settings.ToleranceLu ?? Profile.For(Role.DrumBus).ToleranceLu;

    /// <summary>What of the song the readings are made of.</summary>
    public SongCounts Counts { get; internal set; }

    /// <summary>Whether the song is playing: some track handed over a slot of it within the last second.</summary>
    public bool IsRolling { get; internal set; }

    /// <summary>How the engine itself was doing at the turn before.</summary>
    public Diagnostics Diagnostics { get; internal set; }

    /// <summary>The focal track, or null.</summary>
    public TrackReading? Focal
    {
        get
        {
            foreach (TrackReading track in Tracks)
            {
                if (track.IsFocal)
                {
                    return track;
                }
            }

            return null;
        }
    }

    /// <summary>A copy that nothing changes any more.</summary>
    /// <returns>The copy.</returns>
    internal MixSnapshot Copy()
    {
        TrackReading[] tracks = new TrackReading[Tracks.Length];
        for (int index = 0; index < tracks.Length; index++)
        {
            tracks[index] = Tracks[index] with { };
        }

        return this with { Tracks = ImmutableCollectionsMarshal.AsImmutableArray(tracks) };
    }

    /// <summary>Takes all that another snapshot says but its tracks.</summary>
    /// <param name="from">The other snapshot.</param>
    internal void TakeAllButTracks(MixSnapshot from)
    {
        Group = from.Group;
        Sequence = from.Sequence;
        Settings = from.Settings;
        Profile = from.Profile;
        FocalThatLeft = from.FocalThatLeft;
        FocalAgainstRestLu = from.FocalAgainstRestLu;
        RestIsMeasured = from.RestIsMeasured;
        PredictedPeakDbfs = from.PredictedPeakDbfs;
        (PeakIsFromBus, BusPeakOverForetoldDb) = (from.PeakIsFromBus, from.BusPeakOverForetoldDb);
        (BusLufs, BusAgainstTracksLu) = (from.BusLufs, from.BusAgainstTracksLu);
        KitLu = from.KitLu;
        KitTracks = from.KitTracks;
        Counts = from.Counts;
        IsRolling = from.IsRolling;
        Diagnostics = from.Diagnostics;
    }
}
