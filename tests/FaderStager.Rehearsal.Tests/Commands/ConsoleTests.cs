using System.Text.Json;
using System.Text.RegularExpressions;
using FaderStager.Rehearsal.Commands;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Commands;

/// <summary>What a person types and reads.</summary>
public sealed class ConsoleTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("demo", "\"./demo\"")]
    [TestCase("learn", "\"./learn\"")]
    [TestCase("-stems", "\"./-stems\"")]
    [TestCase("my stems", "\"my stems\"")]
    [TestCase("cost $5", "'cost $5'")]
    [Platform("Linux")]
    public void Demo_WrittenToAFolder_SaysWhatWorksWhenTyped(string folder, string typed)
    {
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = _folder.Root;
            AppRun demo = AppRun.Of("demo", $"--stems={folder}");
            Assert.That(demo.Output.TrimEnd().Split('\n')[^1], Does.EndWith($" {typed}"), demo.Error);

            AppRun advised = AppRun.Of(typed.Trim('"', '\''));
            Assert.That(advised.Output, Does.Contain("13 tracks around Lead Vocal"), advised.Error);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Test]
    public void Json_ToStandardOutput_IsAllThatIsThere()
    {
        StemFolder.Fill(_folder);

        AppRun run = AppRun.Of(_folder.Root, "--json", "-");

        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.That(report.RootElement.GetProperty("focal").GetString(), Is.EqualTo("Lead Vocal"));
        Assert.That(run.Error, Does.Contain("TOP-DOWN"), "tables go where they are no part of the report");
        Assert.That(File.Exists("-"), Is.False);
    }

    [Test]
    public void Reports_TwoToStandardOutput_IsUsageError()
    {
        AppRun run = AppRun.Of("--json", "-", "--csv", "-");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("Only one report can go to standard output (-)."));
    }

    [Test]
    public void Peaks_OverFullScale_AreSaid()
    {
        _ = StemFolder.Add(_folder, "Lead Vocal.wav", -1, 48_000, seed: 1, seconds: 4);
        _ = StemFolder.Add(_folder, "Bass.wav", 2, 48_000, seed: 2, seconds: 4);

        AppRun run = AppRun.Of(_folder.Root);

        Assert.That(run.Output, Does.Match("The mix bus would peak at \\+\\d+\\.\\d dBFS with these faders: over full scale\\. Take all of\\s+them down by \\d+\\.0\\s+dB or more;\\s+the balance stays\\."));
        Assert.That(run.Output, Does.Match("Over full scale before the fader: Bass \\+\\d\\.\\d dBTP"));
    }

    [Test]
    public void Peaks_UnderFullScale_AreNotSaid()
    {
        _ = StemFolder.Add(_folder, "Lead Vocal.wav", -30, 48_000, seed: 1, seconds: 4);
        _ = StemFolder.Add(_folder, "Bass.wav", -30, 48_000, seed: 2, seconds: 4);

        Assert.That(AppRun.Of(_folder.Root).Output, Does.Not.Contain("ull scale"));
    }

    [TestCase("learn")]
    [TestCase("levels")]
    [TestCase("demo")]
    [TestCase("completion")]
    public void Help_OfACommand_ListsItsOwnArgumentsOnly(string command)
    {
        string help = AppRun.Of(command, "--help").Output;

        Assert.That(Regex.Count(help, "FOLDER or FILES"), Is.EqualTo(command is "learn" or "levels" ? 1 : 0));
        Assert.That(Regex.Count(help, Regex.Escape("[<stems>...]")), Is.EqualTo(command == "levels" ? 1 : 0));
    }

    [Test]
    public void Version_IsAVersionAndNothingElse() => Assert.That(AppRun.Of("--version").Output.Trim(), Does.Match("^\\d+\\.\\d+\\.\\d+$"));

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(80)]
    [TestCase(100)]
    public void Terminal_Narrow_BreaksNoWordAndKeepsToItsWidth(int columns)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        _ = new RehearsalApp(output, error, isTerminal: true) { Columns = columns }.Run(["--approach", "top-down"]);
        string[] lines = [.. Regex.Replace(output.ToString(), "\u001b\\[[0-9;?]*[a-zA-Z]", "").Split('\n').Where(line => !line.Contains("--focal \"Lead", StringComparison.Ordinal))];
        string[] words = AppRun.Of("--approach", "top-down").Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines.Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(columns));
        string[] broken = [.. lines.SkipWhile(line => !line.Contains("TOP-DOWN", StringComparison.Ordinal)).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(word => char.IsLetter(word[0]) && !word.EndsWith('…') && !words.Contains(word))];
        Assert.That(broken, Is.Empty);
        Assert.That(lines.Where(line => Regex.IsMatch(line, "\\w…\\s*$")), Is.Empty, "names may be shortened, hints not");
    }

    [Test]
    public void Html_BottomUp_IsInTheOrderOfItsSteps()
    {
        string page = _folder.PathOf("page.html");
        _ = AppRun.Of("--approach", "bottom-up", "--html", page);

        int[] steps = [.. Regex.Matches(File.ReadAllText(page), "<td class=\"n\">(\\d+)</td><th>").Select(match => int.Parse(match.Groups[1].Value))];

        Assert.That(steps, Has.Length.EqualTo(13));
        Assert.That(steps, Is.Ordered);
    }

    [TestCase("bash", "complete -o default -F _faderstager faderstager")]
    [TestCase("zsh", "compdef _faderstager faderstager")]
    [TestCase("fish", "complete -c faderstager")]
    [TestCase("powershell", "Register-ArgumentCompleter")]
    public void Completion_OfAShell_IsAScriptThatAsksTheProgram(string shell, string line) =>
        Assert.That(AppRun.Of("completion", shell).Output, Does.Contain(line).And.Contain("[suggest:"));

    [Test]
    public void Completion_OfAnotherShell_IsUsageError() => Assert.That(AppRun.Of("completion", "csh").Code, Is.EqualTo(2));

    [Test]
    public void Suggest_OptionValue_OffersWhatCanBeSaid()
    {
        const string Line = "--approach ";

        Assert.That(AppRun.Of($"[suggest:{Line.Length}]", Line).Output.Split('\n').Select(word => word.Trim()), Does.Contain("top-down").And.Contain("bottom-up").And.Contain("both"));
    }

    [TestCase]
    [TestCase("learn")]
    [TestCase("levels")]
    [TestCase("demo")]
    public void ManPage_NamesEveryOption(params string[] command)
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "faderstager.1")).Replace("\\-", "-", StringComparison.Ordinal);

        foreach (Match option in Regex.Matches(AppRun.Of([.. command, "--help"]).Output, "^  (?:-\\?, -h, )?(--[a-z0-9-]+)", RegexOptions.Multiline))
        {
            Assert.That(page, Does.Contain(option.Groups[1].Value));
        }
    }

    [Test]
    public void Png_IsAPictureOfTheMixes()
    {
        string file = _folder.PathOf("mix.png");

        AppRun run = AppRun.Of("--png", file);

        byte[] png = File.ReadAllBytes(file);
        Assert.That(run.Output, Does.Contain("Report written: "));
        Assert.That(png.AsSpan(0, 8).ToArray(), Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 }));
        Assert.That((png[18] << 8) | png[19], Is.EqualTo(2240), "pixels wide");
    }

    [TestCase("top-down")]
    [TestCase("bottom-up")]
    public void EditorPng_IsTheEditorOfTheTrackThatIsNext(string approach)
    {
        string file = _folder.PathOf("editor.png");
        AppRun run = AppRun.Of("--approach", approach, "--editor-png", file);
        byte[] png = File.ReadAllBytes(file);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("Report written: "));
            Assert.That((png[18] << 8) | png[19], Is.EqualTo(2560), "pixels wide");
            Assert.That(png, Has.Length.GreaterThan(50_000), "it is not blank");
        });
    }

    [Test]
    public void EditorPng_OfBothApproaches_IsUsageError()
    {
        AppRun run = AppRun.Of("--approach", "both", "--editor-png", _folder.PathOf("editor.png"));
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--editor-png"));
    }

    [TestCase("--png")]
    [TestCase("--editor-png")]
    public void Png_ToStandardOutput_IsUsageError(string option) => Assert.That(AppRun.Of(option, "-").Code, Is.EqualTo(2));

    [TestCase(null, "C:\\FaderStager")]
    [TestCase("%SystemRoot%;C:\\Tools;", "%SystemRoot%;C:\\Tools;C:\\FaderStager")]
    [TestCase("C:\\A;c:\\faderstager\\;\"C:\\B C\"", "C:\\A;\"C:\\B C\";C:\\FaderStager")]
    public void SearchPath_FolderAdded_StandsThereOnceAndTheRestAsItWas(string? before, string after)
    {
        Assert.That(SearchPathText.With(before, "C:\\FaderStager"), Is.EqualTo(after));
        Assert.That(SearchPathText.With(after, "C:\\FaderStager"), Is.EqualTo(after));
        Assert.That(SearchPathText.Without(after, "C:\\FaderStager\\"), Is.EqualTo(after.Replace(";C:\\FaderStager", "", StringComparison.Ordinal).Replace("C:\\FaderStager", "", StringComparison.Ordinal)));
    }
}
