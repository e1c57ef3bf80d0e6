namespace FaderStager.WpfUi.Hosting;

/// <summary>An open editor, as what is to blame when something fails on its thread.</summary>
/// <remarks>[ui]</remarks>
internal interface IFaultBearer
{
    /// <summary>Notes what failed.</summary>
    void Note(Exception problem);

    /// <summary>Takes the view out of the window: an empty window fails no more.</summary>
    void Blank();

    /// <summary>Puts the view in again.</summary>
    void Restore();
}
