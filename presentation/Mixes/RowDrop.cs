namespace FaderStager.Presentation.Mixes;

/// <summary>Where a dragged row would be dropped, and what that does.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Index">The row that it is dropped on; else the row above which it is dropped, one past the last = below all.</param>
/// <remarks>[any]</remarks>
public readonly record struct RowDrop(RowDropKind Kind, int Index)
{
    /// <summary>Whether it shows as a line between two rows.</summary>
    public bool IsBetween => Kind is RowDropKind.Move or RowDropKind.Split;
}
