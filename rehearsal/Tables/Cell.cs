using Spectre.Console;

namespace FaderStager.Rehearsal.Tables;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Style">How it looks on a terminal.</param>
internal readonly record struct Cell(string Text, Style Style)
{
    /// <summary>A cell without colour.</summary>
    /// <param name="text">What it says.</param>
    public static implicit operator Cell(string text) => new(text, Style.Plain);
}
