namespace FaderStager.LinuxUi.Controls;

/// <summary>One element for each entry of a list of the view model's, one below another.</summary>
/// <param name="count">How many entries there are.</param>
/// <param name="make">Makes the element of a place; it reads the entry at that place, and is hidden while there is none.</param>
/// <remarks>[ui] Elements are made as the list grows, and stay.</remarks>
internal sealed class Repeated(Func<int> count, Func<int, Element> make) : Stack(isDown: true, [])
{
    /// <inheritdoc/>
    protected override void Refresh()
    {
        while (Children.Length < count())
        {
            Adopt(make(Children.Length));
            Scene?.LayOutAnew();
        }
    }
}
