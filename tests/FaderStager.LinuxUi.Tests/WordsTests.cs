using System.Text.RegularExpressions;
using FaderStager.Presentation.Editor;

namespace FaderStager.LinuxUi.Tests;

/// <summary>Both editors say the same: the words that change come from one view model, and the words that stand are the same in both.</summary>
public sealed partial class WordsTests
{
    // Names of texts, which a screen reader of Windows reads out; here they are no controls.
    private static readonly string[] NoControls =
    [
        "FaderStager editor", "what to do first", "where the target comes from", "profiles that could not be read", "what FaderStager sees", "what was saved",
    ];

    [Test]
    public void EveryControlAndWordOfTheWindowsEditor_IsInTheLinuxOne()
    {
        string root = Root();
        string drawn = string.Concat(Directory.GetFiles(Path.Combine(root, "linuxui"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] missing =
        [
            .. Directory.GetFiles(Path.Combine(root, "wpfui", "Views"), "*.xaml")
                .SelectMany(file => Said().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Distinct()
                .Except(NoControls)
                .Where(said => !drawn.Contains($"\"{said}\"", StringComparison.Ordinal)),
        ];
        Assert.That(missing, Is.Empty, "in wpfui/Views and not in linuxui");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void WordsAndNumbers_AreTheViewModels(bool isBottomUp)
    {
        using TestMix mix = TestMix.OfDemo();
        if (isBottomUp)
        {
            mix.BringUp(4);
        }

        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"]);
        EditorViewModel model = editor.Model;
        string[] said =
        [
            model.Track.ReadingText, model.Track.ReadingCaption, model.Track.TargetCaption, model.Track.StateWord, model.Track.MoveText, model.Track.PositionText, model.Track.ApplyLabel, model.Track.FaderText,
            model.Track.IntegratedText, model.Track.LoudnessRangeText, model.Track.TruePeakText, model.Track.HeardText, model.Track.ReasonText, model.Track.ConfidenceText, model.FooterText,
            model.Next.Title, model.Next.Label, model.Mix.Balance.Text, model.Mix.HeadroomText, model.Mix.HeardText, model.Mix.ApplyAllLabel, model.Profile.Name, model.Header.Role.Name, model.Header.FaderPlace.Name,
            .. model.Mix.Rows.Take(8).SelectMany(row => new[] { row.Title, row.ReadingCell, row.FaderText, row.HintCell }),
        ];
        Assert.That(said.Where(text => text.Length > 0).Except(editor.Words), Is.Empty);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FaderStager.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the source tree.");
    }

    [GeneratedRegex("""(?:AutomationProperties\.Name|(?<![\w.])Text|Content)="([^{"]+)["]""")]
    private static partial Regex Said();
}
