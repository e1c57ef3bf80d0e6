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

    private ConsolePage Page { get; } = new(output, isTerminal);

    private TextWriter Errors { get; } = new PlainWriter(error);

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The command line without the program's name.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        ParserConfiguration parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        ParseResult result = new CommandLine(this).Root.Parse(arguments, parser);
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

    internal int Rehearse(RehearsalOptions options) => new RehearseCommand(Page, Errors, Ffmpeg).Run(options);

    internal int Learn(LearnOptions options) => new LearnCommand(Page, Errors, Ffmpeg).Run(options);

    internal int WriteDemo(string folder)
    {
        IReadOnlyList<MemoryStem> stems = DemoSession.Play();
        OutputFiles.WriteStems(stems, folder);
        Page.Say($"{stems.Count} stems of the demo session are in {folder}. To stage them:");
        Page.Command($"{Closing.Program} \"{folder}\"");
        return ExitCode.Done;
    }

    private int Usage(string message)
    {
        Errors.WriteLine(message);
        Errors.WriteLine($"{Closing.Program} --help lists what can be asked for.");
        return ExitCode.Usage;
    }
}
