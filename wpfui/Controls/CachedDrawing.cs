using System.Windows.Media;

namespace FaderStager.WpfUi.Controls;

/// <summary>Keeps what seldom changes, such as the figures of a scale, so that it is not set anew with every tick.</summary>
/// <typeparam name="TKey">What the drawing depends on.</typeparam>
/// <remarks>[ui]</remarks>
internal sealed class CachedDrawing<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private TKey _key;
    private DrawingGroup? _drawing;

    /// <summary>Draws what is kept, or what is made when the key is another.</summary>
    public void Draw(DrawingContext drawing, TKey key, Action<DrawingContext> make)
    {
        if (_drawing is null || !_key.Equals(key))
        {
            DrawingGroup made = new();
            using (DrawingContext context = made.Open())
            {
                make(context);
            }

            made.Freeze();
            (_key, _drawing) = (key, made);
        }

        drawing.DrawDrawing(_drawing);
    }
}
