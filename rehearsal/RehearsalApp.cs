using System.CommandLine;
using System.CommandLine.Parsing;
using FaderStager.Rehearsal.Commands;
using FaderStager.Rehearsal.Demo;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tables;

namespace FaderStager.Rehearsal;

/// <summary>The program, with what it writes to given from outside.</summary>
/// <param name="output">Tables and sentences.</param>
/// <param name="error">Warnings and errors.</param>
/// <param name="isTerminal">Whether a person sits before the output.</param>
public sealed class RehearsalApp(TextWriter output, TextWriter error, bool isTerminal)
{
    /// <summary>Name or path of ffmpeg.</summary>
    public string Ffmpeg { get; init; } = FileStem.DefaultFfmpeg;

    /// <summary>Columns of the terminal, or null to ask it.</summary>
    public int? Columns { get; init; }

    private TextWriter Errors { get; } = new PlainWriter(error);

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The command line without the program's name.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        ParserConfiguration parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        ParseResult result = new CommandLine(this, arguments.Count > 0 ? arguments[0] : null).Root.Parse(arguments, parser);
        if (result.Errors.Count > 0 && result.Action is not System.CommandLine.Help.HelpAction)
        {
            return Usage(string.Join('\n', result.Errors.Select(problem => problem.Message).Distinct()));
        }

        try
        {
            return result.Invoke(new InvocationConfiguration { Output = output, Error = Errors, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException problem)
        {
            return Usage(problem.Message);
        }
        catch (InputException problem)
        {
            Errors.WriteLine(problem.Message);
            return ExitCode.Input;
        }
    }

    internal int Rehearse(RehearsalOptions options) =>
        new RehearseCommand(Page(options.JsonFile, options.CsvFile, options.HtmlFile, options.RidesFile, options.RegionsFile, options.CurvesFile), output, Errors, Ffmpeg).Run(options);

    internal int Levels(RehearsalOptions options) =>
        new LevelsCommand(Page(options.JsonFile, options.CsvFile, options.HtmlFile), output, Errors, Ffmpeg).Run(options);

    internal int Learn(LearnOptions options) => new LearnCommand(Page(options.OutFile), output, Errors, Ffmpeg).Run(options);

    internal int WriteCompletion(string shell)
    {
        output.Write(CompletionScripts.For(shell));
        return ExitCode.Done;
    }

    internal int WriteDemo(string folder)
    {
        IReadOnlyList<MemoryStem> stems = DemoSession.Play();
        OutputFiles.WriteStems(stems, folder);
        ConsolePage page = Page();
        page.Say($"{stems.Count} stems of the demo session are in {folder}. To stage them:");
        page.Command($"{Closing.Program} {Typed.Path(folder)}");
        return ExitCode.Done;
    }

    /// <summary>The page for people: on standard output, unless a report goes there.</summary>
    private ConsolePage Page(params ReadOnlySpan<string?> files)
    {
        int there = files.Count(OutputFiles.StandardOutput);
        return there > 1
            ? throw new UsageException("Only one report can go to standard output (-).")
            : new ConsolePage(there == 1 ? Errors : output, isTerminal && there == 0, Columns);
    }

    private int Usage(string message)
    {
        Errors.WriteLine(message);
        Errors.WriteLine($"{Closing.Program} --help lists what can be asked for.");
        return ExitCode.Usage;
    }
}
