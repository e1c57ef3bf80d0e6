using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Reports;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.About;

/// <summary>What this FaderStager is and what it sees, as text for a report of a problem; and the folders where a person's files are.</summary>
/// <remarks>[ui] It is made up only while it is shown. No path and no track's name stands in it: it is written to be passed on.</remarks>
public sealed partial class AboutViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly EditorContext _context;

    internal AboutViewModel(EditorActions actions, EditorContext context)
    {
        (_actions, _context) = (actions, context);
        Text = Made();
    }

    /// <summary>The version: "0.1.0", with the revision of the source where that is known: "0.1.0 (1a2b3c4)".</summary>
    public static string Version { get; } = VersionOf(typeof(AboutViewModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <summary>All of it, one figure a line.</summary>
    [ObservableProperty]
    public partial string Text { get; private set; }

    /// <summary>Whether it is shown. Set it true to have the text kept up to date.</summary>
    [ObservableProperty]
    public partial bool IsShown { get; set; }

    internal void Refresh(RefreshFrame frame)
    {
        if (IsShown && frame.TextsAreDue)
        {
            Text = Made();
        }
    }

    /// <summary>The version as a person reads it.</summary>
    /// <param name="informational">The assembly's informational version: "0.1.0+1a2b3c4d5e6f".</param>
    internal static string VersionOf(string? informational)
    {
        const int RevisionLength = 7;
        string[] parts = (informational ?? "").Split('+', 2);
        return parts[0].Length == 0 ? "unknown"
            : parts.Length == 1 || parts[1].Length == 0 ? parts[0]
            : $"{parts[0]} ({parts[1][..Math.Min(RevisionLength, parts[1].Length)]})";
    }

    partial void OnIsShownChanged(bool value) => Text = Made();

    /// <summary>Puts the text where the person can paste it from.</summary>
    [RelayCommand]
    private void Copy() => _actions.Try(() => _context.CopyText(Text), "Copied: paste it into your report", "Not copied");

    /// <summary>Opens the folder of the person's own profiles, and makes it where it is missing.</summary>
    [RelayCommand]
    private void OpenProfiles() => Open(_context.Profiles.Folder);

    /// <summary>Opens the folder of the log, and makes it where it is missing.</summary>
    [RelayCommand]
    private void OpenLog() => Open(_context.LogFolder);

    private void Open(string folder) => _actions.Try(() => _context.OpenFolder(folder), $"Opened: {folder}", $"Not opened: {folder}");

    private string Made()
    {
        TrackInstance track = _actions.Track;
        Coordinator coordinator = track.Coordinator;
        int total = coordinator.TrackCount;
        string[] mixes =
        [
            .. Enum.GetValues<MixGroup>()
                .Select(group => (Group: group, Count: coordinator.Mix(track.Project, group).Published.Snapshot.Tracks.Length))
                .Where(mix => mix.Count > 0)
                .Select(mix => string.Create(CultureInfo.InvariantCulture, $"{mix.Group} {mix.Count}")),
        ];
        string groups = mixes.Length == 0 ? "no mix yet" : string.Create(CultureInfo.InvariantCulture, $"{mixes.Length} {(mixes.Length == 1 ? "mix" : "mixes")} ({string.Join(", ", mixes)})");
        string rate = double.IsFinite(track.SampleRateHz) ? string.Create(CultureInfo.InvariantCulture, $"{track.SampleRateHz:0.#} Hz") : "not started yet";
        return string.Join(Environment.NewLine,
        [
            $"FaderStager {Version}",
            $"shell: {Known(_context.ShellName)}",
            $"host: {Known(_context.HostName)}",
            $"runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
            $"system: {RuntimeInformation.OSDescription.Trim()}",
            string.Create(CultureInfo.InvariantCulture, $"instances: {total} in {groups}, this one in {track.Group}"),
            $"fader place: {FaderPlaceChoice.Of(track.ReachesHostFader, track.FaderPlace).Name}",
            $"sample rate: {rate}",
            $"engine: {EngineWords.All(coordinator.Diagnostics)}",
            $"faults caught: {Faults()}",
            .. (track.LoadWarning is { } warning ? [$"state given last: {warning}"] : Array.Empty<string>()),
            .. (track.Witness?.Facts ?? []).Select(fact => $"{fact.Name}: {fact.Value}"),
        ]);
    }

    private string Faults()
    {
        IReadOnlyList<FaultKind> kinds = _context.Faults.Kinds;
        return kinds.Count == 0 ? "none"
            : string.Join(", ", kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count} in {kind.Place} ({kind.First.GetType().Name})"))) + "; the log says more";
    }

    private static string Known(string name) => name.Length > 0 ? name : "not known";
}
