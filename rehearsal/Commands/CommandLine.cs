using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Runtime.Versioning;
using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>The command line: what can be asked for, and how it is told.</summary>
internal sealed class CommandLine
{
    private readonly Argument<string[]> _paths = Stems();
    private readonly Argument<string[]> _levelPaths = Stems();

    private readonly Argument<string[]> _referencePaths = new("stems")
    {
        Description = "The folder of the reference mix's stems, or files. Several folders are a song each.",
        HelpName = "FOLDER or FILES",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _focal = Text("--focal", "NAME", "The track the mix is built around. Without it, the one lead vocal.");
    private readonly Option<string> _approach = Text("--approach", "top-down|bottom-up|both", "How to stage: all faders up and fix what hurts most, or all down and one after another. [default: top-down; the demo shows both]");
    private readonly Option<string> _profile = Text("--profile", "NAME|FILE", "Targets of each role: pop, rock, electronic, acoustic, metal, speech, film, instrumental, one of your own, or a JSON file. [default: pop around a voice, else instrumental]");
    private readonly Option<string[]> _roles = Texts("--role", "NAME=ROLE", "Says a track's role, which is guessed from its name otherwise. Repeatable.");
    private readonly Option<string> _start = Text("--start", "0|-12|auto", "Where top-down sets every fader, in dB; auto holds the headroom by the number of tracks. [default: 0; a session's own faders]");
    private readonly Option<string> _anchor = Text("--anchor", "LEVEL", "Where bottom-up brings the focal: -20 means LUFS, -18rms dBFS RMS. [default: -20]");
    private readonly Option<string> _tolerance = Text("--tolerance", "LU", "How far from its target counts as in place. [default: the profile's]");
    private readonly Option<string[]> _faders = Texts("--fader", "NAME=dB", "Sets a fader before the first hint; -inf is down. Repeatable.");
    private readonly Option<string> _forward = Text("--forward", "LU|auto", "How far forward the lead is: all targets move together. auto takes what the faders that --fader set tell. [default: auto with --fader, else 0]");
    private readonly Option<bool> _song = new("--song") { Description = "Shows every voice against the focal over the song, its sections, and where a fader must be ridden." };
    private readonly Option<string> _from = Text("--from", "TIME", "Lets a part of the song count, from here: 72, 72.5 or 1:12.5. [default: the song's start]");
    private readonly Option<string> _to = Text("--to", "TIME", "Where that part ends. [default: the song's end]");
    private readonly Option<bool> _loudest = new("--loudest") { Description = "Lets the loudest 30 s of the song count, found by itself." };
    private readonly Option<string> _rides = Text("--rides", "FILE", "Writes the ride list as CSV. - is standard output.");
    private readonly Option<string> _regions = Text("--regions", "FILE", "Writes sections and rides as regions that REAPER imports (Region/Marker Manager).");
    private readonly Option<string> _curves = Text("--curves", "FILE", "Writes every voice against the focal as CSV, a line for every 100 ms of the song. - is standard output.");
    private readonly Option<bool> _apply = new("--apply") { Description = "Applies every suggestion and shows what comes of it." };
    private readonly Option<string> _render = Text("--render", "FOLDER", "Applies, and writes the staged stems and mix.wav there (32-bit float).");
    private readonly Option<string> _trim = Text("--trim", "FOLDER", "Writes the stems with their trims and no fader there (32-bit float).");
    private readonly Option<string> _workingLevel = Text("--working-level", "dBFS", "What 0 VU stands for: sustained tracks are trimmed to this RMS. [default: -18]");
    private readonly Option<string> _write = Text("--write", "FILE", "Applies, and writes a copy of the session with the suggested faders and nothing else changed.");
    private readonly Option<string> _media = Text("--media", "FOLDER", "Where to look for media that are not where the session says.");
    private readonly Option<string> _json = Text("--json", "FILE", "Writes the report as JSON: the mix as the run leaves it, an array of two for both approaches. - is standard output.");
    private readonly Option<string> _csv = Text("--csv", "FILE", "Writes the report as a table. - is standard output.");
    private readonly Option<string> _html = Text("--html", "FILE", "Writes the report as one web page with a level plot.");
    private readonly Option<string> _png = Text("--png", "FILE", "Writes the level plot and the mix table as a picture.");
    private readonly Option<string> _editor = Text("--editor-png", "FILE", "Writes the plug-in's editor as it would stand in the DAW as a picture.");
    private readonly Option<bool> _noPairs = new("--no-pairs") { Description = "Keeps mono files such as Gtr.L and Gtr.R apart, which are one stereo track otherwise." };
    private readonly Option<bool> _noStamps = new("--no-stamps") { Description = "Lays all stems at the start, whatever the time stamps of broadcast WAVs say." };
    private readonly Option<bool> _split = new("--split") { Description = "Takes files apart that hold several audio streams or more than two channels: one track a stream, one mono track a channel." };
    private readonly Option<string> _weighting = Text("--weighting", "k|p13", "Weighting of relative readings: ITU-R BS.1770, or Pestana 2013 for single tracks. [default: k]");
    private readonly Option<string> _block = Text("--block", "N|random", "Frames of the host's blocks. [default: 512]");
    private readonly Option<string> _host = Text("--host", "realtime|render-ahead|bounce", "How the host times its tracks; the hints are the same. [default: realtime]");
    private readonly Option<int> _seed = new("--seed") { Description = "Where random blocks and orders start from. [default: 0]", HelpName = "N" };
    private readonly Option<string> _out = Text("--out", "PROFILE.json", "Where to write the profile.", required: true);
    private readonly Option<string> _name = Text("--name", "NAME", "Name of the profile. [default: the file's]");
    private readonly Option<string> _stems = Text("--stems", "FOLDER", "Writes the demo's stems there as WAV, to be loaded into a DAW.", required: true);

    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or powershell.", HelpName = "SHELL" };

    private readonly RehearsalApp _app;

    /// <summary>The command line of an app.</summary>
    /// <param name="app">What runs.</param>
    /// <param name="first">The first word that was typed, or null.</param>
    public CommandLine(RehearsalApp app, string? first)
    {
        _app = app;
        Root = new RootCommand("FaderStager's rehearsal: stems or a DAW's session in; hints, report and staged mix out.")
        {
            _paths, _focal, _approach, _profile, _roles, _start, _anchor, _tolerance, _faders, _forward, _song, _from, _to, _loudest, _apply, _render, _trim, _workingLevel, _write, _media,
            _json, _csv, _html, _png, _editor, _rides, _regions, _curves, _noPairs, _noStamps, _split, _weighting, _block, _host, _seed,
        };
        Root.SetAction(Rehearse);
        Root.Options.OfType<VersionOption>().Single().Action = new VersionAction();

        Command learn = new("learn", "Makes a target profile from the stems of mixes you like.") { _referencePaths, _focal, _roles, _out, _name, _noPairs, _noStamps, _split };
        learn.SetAction(result => _app.Learn(new LearnOptions(
            Paths(result, _referencePaths),
            SessionOf(result),
            result.GetValue(_focal),
            [.. (result.GetValue(_roles) ?? []).Select(OptionText.RoleOf)],
            result.GetValue(_out)!,
            result.GetValue(_name))));
        Root.Subcommands.Add(learn);

        Command levels = new("levels", "Step 0: the level of each stem into its plug-ins, and the trims before any fader.")
        {
            _levelPaths, _roles, _workingLevel, _trim, _media, _json, _csv, _html, _noPairs, _noStamps, _split,
        };
        levels.SetAction(Levels);
        Root.Subcommands.Add(levels);

        Command completion = new("completion", "Writes a script that completes commands and options in a shell.") { _shell };
        completion.SetAction(result => _app.WriteCompletion(result.GetValue(_shell)!));
        Root.Subcommands.Add(completion);

        if (OperatingSystem.IsWindows())
        {
            Root.Subcommands.Add(PathCommand());
        }

        Command demo = new("demo", "Writes the stems of the built-in demo session.") { _stems };
        demo.SetAction(result => _app.WriteDemo(result.GetValue(_stems)!));
        Root.Subcommands.Add(demo);

        // The help of a command would list this argument beside its own.
        _paths.Hidden = Root.Subcommands.Any(command => command.Name == first);
        Complete();
    }

    /// <summary>The command that everything hangs on.</summary>
    public RootCommand Root { get; }

    private static Argument<string[]> Stems() => new("stems")
    {
        Description = "A folder of stems, or files, or one session (.rpp, .dawproject). Without any, the built-in demo session plays.",
        HelpName = "FOLDER or FILES or SESSION",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static Option<string> Text(string name, string value, string description, bool required = false) =>
        new(name) { Description = description, HelpName = value, Required = required };

    private static Option<string[]> Texts(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, AllowMultipleArgumentsPerToken = false };

    /// <summary>The folders and files; an option that does not exist lands here too.</summary>
    private static ImmutableArray<string> Paths(ParseResult result, Argument<string[]> argument)
    {
        ImmutableArray<string> paths = [.. result.GetValue(argument) ?? []];
        return paths.FirstOrDefault(path => path.StartsWith('-') && !Path.Exists(path)) is { } option
            ? throw new UsageException($"There is no option {option}.{NearestNames.Question(option, result.CommandResult.Command.Options.Select(known => known.Name))}")
            : paths;
    }

    [SupportedOSPlatform("windows")]
    private static Command PathCommand()
    {
        Option<bool> everyone = new("--everyone") { Description = "For everyone on this computer; needs an administrator." };
        Command add = new("add", "Puts the folder of this program on the search path.") { everyone };
        add.SetAction(result => SearchPath.Add(result.GetValue(everyone)));
        Command remove = new("remove", "Takes it off.");
        remove.SetAction(_ => SearchPath.Remove());
        return new Command("path", "What the setup uses to put this program on the search path.") { add, remove };
    }

    private void Complete()
    {
        _approach.CompletionSources.Add("top-down", "bottom-up", "both");
        _profile.CompletionSources.Add([.. ProfileLibrary.BuiltIn.Select(profile => profile.Name)]);
        _start.CompletionSources.Add("0", "-12", "auto");
        _weighting.CompletionSources.Add("k", "p13");
        _host.CompletionSources.Add("realtime", "render-ahead", "bounce");
        _shell.CompletionSources.Add([.. CompletionScripts.Shells]);
    }

    private SessionOptions SessionOf(ParseResult result) => new()
    {
        JoinsPairs = !result.GetValue(_noPairs),
        FollowsStamps = !result.GetValue(_noStamps),
        SplitsChannels = result.GetValue(_split),
    };

    private int Rehearse(ParseResult result)
    {
        ImmutableArray<string> paths = Paths(result, _paths);
        (AnchorKind Kind, double Level)? anchor = result.GetValue(_anchor) is { } text ? OptionText.Anchor(text) : null;
        return _app.Rehearse(new RehearsalOptions
        {
            Paths = paths,
            Session = SessionOf(result),
            Focal = result.GetValue(_focal),
            Approaches = Approaches(result.GetValue(_approach) ?? (paths.IsEmpty ? "both" : "top-down")),
            Profile = result.GetValue(_profile),
            Roles = [.. (result.GetValue(_roles) ?? []).Select(OptionText.RoleOf)],
            Start = result.GetValue(_start) is { } start ? OptionText.Start(start) : null,
            AnchorKind = anchor?.Kind ?? default,
            AnchorLevel = anchor?.Level,
            ToleranceLu = result.GetValue(_tolerance) is { } tolerance ? OptionText.Tolerance(tolerance) : null,
            Faders = [.. (result.GetValue(_faders) ?? []).Select(OptionText.FaderOf)],
            ForwardLu = result.GetValue(_forward) is { } forward ? OptionText.Forward(forward) : null,
            Counts = OptionText.Counts(result.GetValue(_loudest), result.GetValue(_from), result.GetValue(_to)),
            ShowsSong = result.GetValue(_song),
            RidesFile = result.GetValue(_rides),
            RegionsFile = result.GetValue(_regions),
            CurvesFile = result.GetValue(_curves),
            Apply = result.GetValue(_apply),
            RenderFolder = result.GetValue(_render),
            TrimFolder = result.GetValue(_trim),
            WorkingLevelDbfs = result.GetValue(_workingLevel) is { } level ? OptionText.WorkingLevel(level) : null,
            MediaFolder = result.GetValue(_media),
            WriteFile = result.GetValue(_write),
            JsonFile = result.GetValue(_json),
            CsvFile = result.GetValue(_csv),
            HtmlFile = result.GetValue(_html),
            PngFile = Picture(result, _png),
            EditorFile = Picture(result, _editor),
            Weighting = OptionText.Choice(result.GetValue(_weighting) ?? "k", "--weighting", ("k", RelativeWeighting.K), ("p13", RelativeWeighting.Pestana)),
            Blocks = OptionText.Block(result.GetValue(_block) ?? BlockSizes.Usual.Frames.ToString(CultureInfo.InvariantCulture), result.GetValue(_seed)),
            Host = OptionText.Choice(
                result.GetValue(_host) ?? "realtime",
                "--host",
                ("realtime", HostTiming.Realtime),
                ("render-ahead", HostTiming.RenderAhead),
                ("bounce", HostTiming.Bounce)),
        });
    }

    private int Levels(ParseResult result) => _app.Levels(new RehearsalOptions
    {
        Paths = Paths(result, _levelPaths),
        Session = SessionOf(result),
        Roles = [.. (result.GetValue(_roles) ?? []).Select(OptionText.RoleOf)],
        TrimFolder = result.GetValue(_trim),
        WorkingLevelDbfs = result.GetValue(_workingLevel) is { } level ? OptionText.WorkingLevel(level) : null,
        MediaFolder = result.GetValue(_media),
        JsonFile = result.GetValue(_json),
        CsvFile = result.GetValue(_csv),
        HtmlFile = result.GetValue(_html),
    });

    private static string? Picture(ParseResult result, Option<string> option) => result.GetValue(option) is not OutputFiles.StandardOutput
        ? result.GetValue(option)
        : throw new UsageException($"{option.Name} needs the name of a file: a picture does not go to standard output.");

    private static ImmutableArray<ApproachKind> Approaches(string text) => OptionText.Choice<ImmutableArray<ApproachKind>>(
        text,
        "--approach",
        ("top-down", [ApproachKind.TopDown]),
        ("bottom-up", [ApproachKind.BottomUp]),
        ("both", [ApproachKind.TopDown, ApproachKind.BottomUp]));
}
