using System.Text;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;

namespace FaderStager.Presentation.Editor;

/// <summary>Writes the table of the mix to a file. Nothing modal: the notice says where it went, or what went wrong.</summary>
/// <remarks>[ui] Commands take a path, or null for a dated file in <see cref="EditorContext.ReportFolder"/>.</remarks>
public sealed partial class ExportViewModel : ObservableObject
{
    private static readonly Encoding HtmlEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly EditorActions _actions;
    private readonly EditorContext _context;

    internal ExportViewModel(EditorActions actions, EditorContext context) => (_actions, _context) = (actions, context);

    [RelayCommand]
    private void ExportCsv(string? path) => Write(path, "csv", CsvReport.FileEncoding, (state, writer) => CsvReport.Write([MixReport.From(state)], writer));

    [RelayCommand]
    private void ExportHtml(string? path) => Write(path, "html", HtmlEncoding, (state, writer) => HtmlReport.Write([state], $"FaderStager mix {state.Snapshot.Group}", writer));

    private void Write(string? path, string extension, Encoding encoding, Action<MixState, TextWriter> write)
    {
        string target = path ?? Path.Combine(_context.ReportFolder, FileName(extension));
        try
        {
            using StreamWriter writer = new(_context.OpenForWriting(target), encoding);
            write(_actions.Mix.State, writer);
            _actions.Say($"Written: {target}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _actions.Say($"Not written: {problem.Message}");
        }
    }

    private string FileName(string extension) =>
        FormattableString.Invariant($"FaderStager mix {_actions.Mix.Group} {_context.Time.GetLocalNow():yyyy-MM-dd HH.mm.ss}.{extension}");
}
