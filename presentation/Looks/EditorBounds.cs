namespace FaderStager.Presentation.Looks;

/// <summary>The editor's sizes in pixels at 100 %, and what it leaves out as it gets smaller.</summary>
/// <remarks>[any]</remarks>
public static class EditorBounds
{
    /// <summary>Width that a host should open the editor with.</summary>
    public const int DefaultWidth = 960;

    /// <summary>Height that a host should open the editor with.</summary>
    public const int DefaultHeight = 560;

    /// <summary>Smallest width. Below it the editor is drawn smaller.</summary>
    public const int LeastWidth = 720;

    /// <summary>Smallest height. Below it the editor is drawn smaller.</summary>
    public const int LeastHeight = 420;

    /// <summary>Below this width the table goes without its role and fader columns.</summary>
    public const int NarrowWidth = 860;

    /// <summary>From this width on the table has room for the roles.</summary>
    public const int WideWidth = 1120;

    /// <summary>Below this height the song lane folds away, at 100 %.</summary>
    public const double ShortHeight = 660;

    /// <summary>Below this height the details of this track are left out.</summary>
    public const int LowHeight = 520;
}
