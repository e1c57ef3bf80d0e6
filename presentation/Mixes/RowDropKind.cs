namespace FaderStager.Presentation.Mixes;

/// <summary>What letting a dragged row go does.</summary>
/// <remarks>[any]</remarks>
public enum RowDropKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The row comes to stand between two others.</summary>
    Move,

    /// <summary>It makes one voice with the row that it is dropped on.</summary>
    Join,

    /// <summary>It leaves its voice.</summary>
    Split,
}
