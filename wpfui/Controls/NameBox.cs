using FaderStager.Presentation.Editor;

namespace FaderStager.WpfUi.Controls;

/// <summary>Takes the track's name; an empty one gives it back to the host.</summary>
/// <remarks>[ui] Its data context is the header.</remarks>
internal sealed class NameBox : EntryBox
{
    protected override bool Take(string typed)
    {
        if (DataContext is not HeaderViewModel header)
        {
            return false;
        }

        header.TrackName = typed;
        return true;
    }
}
