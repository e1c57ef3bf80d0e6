using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.States;

/// <summary>What a host saves of a track: versioned UTF-8 JSON, the mix's settings included.</summary>
/// <remarks>
/// [any but audio] Fields that a newer version wrote survive a round trip. A field that cannot be read keeps its default and
/// is named in the warning; the others are kept. Bytes that are no state at all give the defaults and one warning, and <see cref="IsRead"/> is false.
/// </remarks>
public sealed record TrackState
{
    /// <summary>The format this version writes.</summary>
    public const int Format = 1;

    // A year.
    private const double SongSecondsAtMost = 31_536_000;

    private static readonly JsonDocumentOptions OneFieldOnce = new() { AllowDuplicateProperties = false };

    /// <summary>The track's identity; empty = it has none yet.</summary>
    public Guid Id { get; init; }

    /// <summary>The name the person gave, or null where the host's counts.</summary>
    public string? Name { get; init; }

    /// <summary>The role.</summary>
    public Role Role { get; init; }

    /// <summary>Whether a person chose the role, so that no name changes it.</summary>
    public bool RoleIsChosen { get; init; }

    /// <summary>Whether the track is the focal element.</summary>
    public bool IsFocal { get; init; }

    /// <summary>The mix group.</summary>
    public MixGroup Group { get; init; }

    /// <summary>Where the fader is.</summary>
    public FaderPlace FaderPlace { get; init; }

    /// <summary>The fader in dB; negative infinity = down.</summary>
    public double FaderDb { get; init; }

    /// <summary>The position in dB that waits for a person to set the DAW's fader to it; NaN = none.</summary>
    public double PendingFaderDb { get; init; } = double.NaN;

    /// <summary>Where the DAW's own fader is known to stand, in dB; NaN = nobody said.</summary>
    public double DawFaderDb { get; init; }

    /// <summary>The trim in dB.</summary>
    public double TrimDb { get; init; }

    /// <summary>The instance of the same track that stands behind this one, as a person said; empty = nobody said.</summary>
    public Guid PairedWith { get; init; }

    /// <summary>Whether a person said that the instance is alone on its track.</summary>
    public bool IsUnpaired { get; init; }

    /// <summary>Whether a person's hand set the fader last.</summary>
    public bool FaderIsHandSet { get; init; }

    /// <summary>The person's own offset on the target in LU.</summary>
    public double TargetOffsetLu { get; init; }

    /// <summary>The focal that the offset was kept against; empty = it counts against any.</summary>
    public Guid KeptAgainst { get; init; }

    /// <summary>That focal's name when the offset was kept, or null.</summary>
    public string? KeptAgainstName { get; init; }

    /// <summary>Whether the track counts in the mix.</summary>
    public bool InMix { get; init; } = true;

    /// <summary>Whether a person said that the track counts or not, so that no name changes it.</summary>
    public bool InMixIsChosen { get; init; }

    /// <summary>Whether the plug-in fader is bypassed.</summary>
    public bool IsBypassed { get; init; }

    /// <summary>Where the focal's fader was when this track's fader was last moved, in dB; NaN = not known.</summary>
    public double FocalReferenceFaderDb { get; init; } = double.NaN;

    /// <summary>How a person left the editor.</summary>
    public EditorLayout Editor { get; init; } = EditorLayout.Default;

    /// <summary>The mix's settings at the time of saving.</summary>
    public MixSettings Mix { get; init; } = MixSettings.Default;

    /// <summary>Whether this came from bytes of FaderStager's: only then it may replace anything.</summary>
    public bool IsRead => Original is not null;

    /// <summary>What was read, with the fields that this version does not know.</summary>
    private JsonObject? Original { get; init; }

    /// <summary>Reads state bytes; never throws.</summary>
    /// <param name="utf8">The bytes; empty, truncated, foreign and newer ones are all legal input.</param>
    /// <param name="warning">One sentence that says what could not be read, or null.</param>
    /// <returns>The state, with defaults for what could not be read.</returns>
    public static TrackState Read(ReadOnlySpan<byte> utf8, out string? warning)
    {
        if (utf8.IsEmpty)
        {
            warning = "The saved state is empty: FaderStager keeps what it has.";
            return new TrackState();
        }

        JsonObject? root = Parse(utf8, out string? parseWarning);
        if (root is null)
        {
            warning = parseWarning;
            return new TrackState();
        }

        StateFields fields = new(root, "state");
        StateFields mix = fields.Object("mix");
        StateFields editor = fields.Object("editor");
        ParameterInfo fader = ParameterInfo.Of(ParameterId.Fader);
        FaderPlace place = fields.Choice("faderPlace", FaderPlace.PluginFader);
        double faderDb = fader.Legal(fields.Number("faderDb", 0, whenNull: double.NegativeInfinity));
        double pendingDb = fields.Number("pendingFaderDb", double.NaN, whenNull: double.NegativeInfinity);
        double dawDb = fields.Flag("dawFaderIsKnown", true) ? fields.Number("dawFaderDb", UsualDawFaderDb(place, faderDb), whenNull: double.NegativeInfinity) : double.NaN;
        TrackState state = new()
        {
            Id = fields.Guid("id"),
            Name = fields.Name("name"),
            Role = fields.Choice("role", Role.Other),
            RoleIsChosen = fields.Flag("roleIsChosen", false),
            IsFocal = fields.Flag("focal", false),
            Group = fields.Choice("mixGroup", MixGroup.A),
            FaderPlace = place,
            FaderDb = faderDb,
            PendingFaderDb = double.IsNaN(pendingDb) ? pendingDb : fader.Legal(pendingDb),
            DawFaderDb = double.IsNaN(dawDb) ? dawDb : fader.Legal(dawDb),
            PairedWith = fields.Guid("pairedWith"),
            IsUnpaired = fields.Flag("unpaired", false),
            TrimDb = ParameterInfo.Of(ParameterId.Trim).Legal(fields.Number("trimDb", 0)),
            FaderIsHandSet = fields.Flag("faderIsHandSet", false),
            TargetOffsetLu = ParameterInfo.Of(ParameterId.TargetOffset).Legal(fields.Number("targetOffsetLu", 0)),
            KeptAgainst = fields.Guid("keptAgainst"),
            KeptAgainstName = fields.Name("keptAgainstName"),
            InMix = fields.Flag("inMix", true),
            InMixIsChosen = fields.Flag("inMixIsChosen", !fields.Flag("inMix", true)),
            IsBypassed = fields.Flag("bypass", false),
            FocalReferenceFaderDb = fields.OptionalNumber("focalReferenceFaderDb") ?? double.NaN,
            Editor = ReadEditor(editor),
            Mix = ReadMix(mix, root["mix"] as JsonObject),
            Original = utf8.Length <= StateLimits.UnknownFieldsBytes ? root : FormatAlone(root),
        };
        warning = fields.Warning([.. mix.Problems, .. editor.Problems], newest: Format);
        return state;
    }

    /// <summary>Writes state bytes.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] Write()
    {
        JsonObject root = Original?.DeepClone().AsObject() ?? [];
        root["format"] = Math.Max(Format, FormatOf(root));
        root["id"] = Id.ToString();
        root["name"] = Name;
        root["role"] = Role.ToString();
        root["roleIsChosen"] = RoleIsChosen;
        root["focal"] = IsFocal;
        root["mixGroup"] = Group.ToString();
        root["faderPlace"] = FaderPlace.ToString();
        root["faderDb"] = double.IsFinite(FaderDb) ? FaderDb : null;
        SetOrRemove(root, "pendingFaderDb", !double.IsNaN(PendingFaderDb), () => double.IsFinite(PendingFaderDb) ? PendingFaderDb : null);
        bool isUsual = DawFaderDb.Equals(UsualDawFaderDb(FaderPlace, FaderDb));
        SetOrRemove(root, "dawFaderDb", !isUsual && !double.IsNaN(DawFaderDb), () => double.IsFinite(DawFaderDb) ? DawFaderDb : null);
        SetOrRemove(root, "dawFaderIsKnown", !isUsual && double.IsNaN(DawFaderDb), () => false);
        root["trimDb"] = TrimDb;
        root["pairedWith"] = PairedWith == Guid.Empty ? null : PairedWith.ToString();
        root["unpaired"] = IsUnpaired;
        root["faderIsHandSet"] = FaderIsHandSet;
        root["targetOffsetLu"] = TargetOffsetLu;
        SetOrRemove(root, "keptAgainst", KeptAgainst != Guid.Empty, () => KeptAgainst.ToString());
        SetOrRemove(root, "keptAgainstName", KeptAgainst != Guid.Empty, () => KeptAgainstName);
        root["inMix"] = InMix;
        root["inMixIsChosen"] = InMixIsChosen;
        root["bypass"] = IsBypassed;
        root["focalReferenceFaderDb"] = double.IsFinite(FocalReferenceFaderDb) ? FocalReferenceFaderDb : null;
        SetOrRemove(root, "editor", Editor != EditorLayout.Default, () => WriteEditor(root["editor"] as JsonObject));
        WriteMix(root["mix"] as JsonObject ?? (JsonObject)(root["mix"] = new JsonObject()));
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    // Where the DAW's own fader stands when nothing is said of it: at the position confirmed, unknown where the host tells it, at 0 beside the plug-in fader.
    private static double UsualDawFaderDb(FaderPlace place, double faderDb) => place switch
    {
        FaderPlace.DawFader => faderDb,
        FaderPlace.HostFader => double.NaN,
        _ => 0,
    };

    // Only what is not as ever is written, so that older versions find nothing new in most projects.
    private static void SetOrRemove(JsonObject root, string name, bool isThere, Func<JsonNode?> value)
    {
        if (isThere)
        {
            root[name] = value();
        }
        else
        {
            root.Remove(name);
        }
    }

    private static JsonObject FormatAlone(JsonObject root) => new() { ["format"] = FormatOf(root) };

    private static int FormatOf(JsonObject root) =>
        root["format"] is JsonValue value && value.TryGetValue(out int format) ? format : 0;

    private static JsonObject? Parse(ReadOnlySpan<byte> utf8, out string? warning)
    {
        try
        {
            // Broken characters surface only when text is read or written: look for them here, once.
            if (!Utf8.IsValid(utf8))
            {
                throw new JsonException("Not UTF-8.");
            }

            if (JsonNode.Parse(utf8, documentOptions: OneFieldOnce) is JsonObject root && root.ContainsKey("format") && root.ToJsonString().Length > 0)
            {
                warning = null;
                return root;
            }

            warning = "The saved state is not one of FaderStager's: it keeps what it has.";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            warning = $"The saved state is damaged ({utf8.Length} bytes, no readable JSON): FaderStager keeps what it has.";
        }

        return null;
    }

    // What is no size is the usual one; the editor looks after the rest.
    private static EditorLayout ReadEditor(StateFields fields) => new()
    {
        Width = (int)Math.Clamp(fields.Number("width", 0), 0, ushort.MaxValue),
        Height = (int)Math.Clamp(fields.Number("height", 0), 0, ushort.MaxValue),
        ShowsLane = fields.OptionalFlag("lane"),
        ShowsLevels = fields.Flag("levels", false),
    };

    private JsonObject WriteEditor(JsonObject? before)
    {
        JsonObject editor = before?.DeepClone().AsObject() ?? [];
        editor["width"] = Editor.Width;
        editor["height"] = Editor.Height;
        editor["lane"] = Editor.ShowsLane;
        editor["levels"] = Editor.ShowsLevels;
        return editor;
    }

    private static MixSettings ReadMix(StateFields fields, JsonObject? saved)
    {
        MixSettings untouched = MixSettings.Default;
        long revision = Math.Max(0, (long)Math.Clamp(fields.Number("revision", 0), 0, 1e15));
        Guid lineage = revision > 0 ? fields.Guid("lineage") : Guid.Empty;
        return new MixSettings
        {
            Lineage = revision > 0 && saved?.ContainsKey("lineage") == false ? SettingsLineage.OfText(saved) : lineage,
            Revision = revision,
            Approach = fields.Choice("approach", untouched.Approach),
            Start = fields.Choice("start", untouched.Start),
            ProfileName = fields.Name("profile") ?? untouched.ProfileName,
            ForwardLu = fields.OptionalNumber("forwardLu") is { } forward ? Math.Clamp(forward, -24, 24) : null,
            ProfileIsChosen = fields.Flag("profileIsChosen", untouched.ProfileIsChosen),
            ToleranceLu = fields.OptionalNumber("toleranceLu") is { } tolerance ? Math.Clamp(tolerance, 0.1, 24) : null,
            FaderTopDb = Math.Clamp(fields.Number("faderTopDb", untouched.FaderTopDb), 0, FaderRange.HighestDb),
            AnchorKind = fields.Choice("anchorKind", untouched.AnchorKind),
            AnchorLevel = Math.Clamp(fields.Number("anchorLevel", untouched.AnchorLevel), -60, 0),
            Weighting = fields.Choice("weighting", untouched.Weighting),
            WorkingLevelDbfs = Math.Clamp(fields.Number("workingLevelDbfs", untouched.WorkingLevelDbfs), MixSettings.LowestWorkingLevelDbfs, MixSettings.HighestWorkingLevelDbfs),
            Order = fields.Guids("order", StateLimits.OrderedTracks),
            Counts = fields.Choice("counts", untouched.Counts),
            CountsFromSeconds = Math.Clamp(fields.Number("countsFromSeconds", 0), -SongSecondsAtMost, SongSecondsAtMost),
            CountsToSeconds = Math.Clamp(fields.Number("countsToSeconds", 0), -SongSecondsAtMost, SongSecondsAtMost),
            SectionNames = fields.SectionNames("sectionNames", StateLimits.NamedSections),
            Voices = fields.Voices("voices", StateLimits.Voices),
        };
    }

    private void WriteMix(JsonObject mix)
    {
        mix["lineage"] = Mix.Lineage == Guid.Empty ? null : Mix.Lineage.ToString();
        mix["revision"] = Mix.Revision;
        mix["approach"] = Mix.Approach.ToString();
        mix["start"] = Mix.Start.ToString();
        mix["profile"] = Mix.ProfileName;
        mix["forwardLu"] = Mix.ForwardLu;
        mix["profileIsChosen"] = Mix.ProfileIsChosen;
        mix["toleranceLu"] = Mix.ToleranceLu;
        mix["faderTopDb"] = Mix.FaderTopDb;
        mix["anchorKind"] = Mix.AnchorKind.ToString();
        mix["anchorLevel"] = Mix.AnchorLevel;
        mix["weighting"] = Mix.Weighting.ToString();
        mix["workingLevelDbfs"] = Mix.WorkingLevelDbfs;
        mix["order"] = new JsonArray([.. Mix.Order.Select(id => (JsonNode)id.ToString())]);
        mix["voices"] = new JsonArray([.. Mix.Voices.Select(voice => (JsonNode)new JsonObject
        {
            ["name"] = voice.Name,
            ["tracks"] = new JsonArray([.. voice.Tracks.Select(id => (JsonNode)id.ToString())]),
        })]);
        mix["counts"] = Mix.Counts.ToString();
        mix["countsFromSeconds"] = Mix.CountsFromSeconds;
        mix["countsToSeconds"] = Mix.CountsToSeconds;
        mix["sectionNames"] = new JsonArray([.. Mix.SectionNames.Select(name => (JsonNode)new JsonObject { ["atSeconds"] = name.AtSeconds, ["name"] = name.Name })]);
    }
}
