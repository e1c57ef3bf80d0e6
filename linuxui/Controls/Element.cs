using System.Runtime.InteropServices;
using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A part of the editor: it has a place, draws itself, and takes the mouse and the keyboard where it wants them.</summary>
/// <remarks>
/// [ui] It reads the view models by itself: <see cref="Sync"/> asks them with every refresh, compares with what is shown, and marks its
/// own place as damaged where something is new. What has not changed is not drawn again.
/// </remarks>
internal abstract class Element
{
    private readonly List<Element> _children = [];
    private Scene? _scene;

    /// <summary>What the control is called: for tests, and for whatever reads the editor out.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it means, shown when the mouse rests on it; null = the same as what it stands in.</summary>
    public Func<string>? Tip { get; init; }

    /// <summary>Whether it is there at all; null = always.</summary>
    public Func<bool>? ShownWhen { get; init; }

    /// <summary>Whether the window has room for it; null = always.</summary>
    public Func<Room, bool>? ShownIn { get; init; }

    /// <summary>Whether it can be used; null = always.</summary>
    public Func<bool>? EnabledWhen { get; init; }

    /// <summary>Its length along the stack that it stands in.</summary>
    public Length Along { get; init; }

    /// <summary>The same where the window is narrow; the default = the same.</summary>
    public Length? AlongNarrow { get; init; }

    /// <summary>Where it stands across that stack.</summary>
    public Place Across { get; init; }

    /// <summary>Room about it.</summary>
    public Edges Margin { get; init; }

    /// <summary>The same where the window is low; null = the same.</summary>
    public Edges? MarginLow { get; init; }

    /// <summary>The same where the window is narrow; null = the same.</summary>
    public Edges? MarginNarrow { get; init; }

    /// <summary>Height where it has one of its own; 0 = measured.</summary>
    public float Height { get; init; }

    /// <summary>Width where it has one of its own; 0 = measured.</summary>
    public float Width { get; init; }

    /// <summary>The least width where it is measured.</summary>
    public float LeastWidth { get; init; }

    /// <summary>Where it stands, in pixels at 100 % from the editor's corner.</summary>
    public SKRect Bounds { get; private set; }

    /// <summary>Whether it is there. What it stands in may not be.</summary>
    public bool IsShown { get; private set; } = true;

    /// <summary>Whether it can be used.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>What it stands in.</summary>
    public Element? Parent { get; private set; }

    /// <summary>What stands in it, in the order in which Tab goes through it; what comes later is drawn over what came before.</summary>
    public ReadOnlySpan<Element> Children => CollectionsMarshal.AsSpan(_children);

    /// <summary>Whether Tab comes to it.</summary>
    public virtual bool TakesKeyboard => false;

    /// <summary>Whether it looks another way while the mouse is over it.</summary>
    public virtual bool ReactsToMouse => false;

    /// <summary>What it shows, for tests and whatever reads the editor out; empty where it shows no words.</summary>
    public virtual string ShownText => "";

    protected Scene? Scene => _scene ??= Parent?.Scene ?? this as Scene;

    protected Room Room => Scene?.Room ?? Room.Default;

    protected bool IsHovered => Scene?.Hovered is { } hovered && (ReferenceEquals(hovered, this) || hovered.IsIn(this));

    protected bool IsPressed => ReferenceEquals(Scene?.Captured, this);

    protected bool HasKeyboard => ReferenceEquals(Scene?.Keyboard, this);

    protected float Opacity => IsEnabled ? 1 : 0.45f;

    /// <summary>Whether it stands in another, at any depth.</summary>
    public bool IsIn(Element other)
    {
        for (Element? at = Parent; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Width and height that it asks for, its margin not counted.</summary>
    /// <param name="width">Room across.</param>
    public SKSize Measured(float width)
    {
        SKSize own = Width > 0 && Height > 0 ? default : Measure(Width > 0 ? Width : width);
        return new SKSize(Width > 0 ? Width : Math.Max(LeastWidth, own.Width), Height > 0 ? Height : own.Height);
    }

    /// <summary>Gives it its place.</summary>
    public void Arrange(SKRect bounds)
    {
        Bounds = bounds;
        ArrangeChildren(bounds);
    }

    /// <summary>Reads the view models and marks as damaged what is to be drawn anew.</summary>
    public void Sync()
    {
        bool isShown = (ShownIn?.Invoke(Room) ?? true) && (ShownWhen?.Invoke() ?? true);
        if (isShown != IsShown)
        {
            IsShown = isShown;
            Scene?.LayOutAnew();
        }

        if (!isShown)
        {
            return;
        }

        bool isEnabled = IsEnabledNow;
        if (isEnabled != IsEnabled)
        {
            IsEnabled = isEnabled;
            Damage();
        }

        Refresh();
        foreach (Element child in _children)
        {
            child.Sync();
        }
    }

    /// <summary>Draws it and what stands in it, as far as it lies in a part of the editor.</summary>
    public void Draw(Painter painter, SKRect part)
    {
        if (IsShown && Bounds.IntersectsWith(part))
        {
            Paint(painter);
            DrawChildren(painter, part);
        }
    }

    /// <summary>The innermost shown element under a point.</summary>
    public virtual Element? At(float x, float y)
    {
        if (!IsShown || !Bounds.Contains(x, y))
        {
            return null;
        }

        for (int i = _children.Count - 1; i >= 0; i--)
        {
            if (_children[i].At(x, y) is { } found)
            {
                return found;
            }
        }

        return this;
    }

    /// <summary>The mouse was pressed on it. True = it goes on to get the mouse until the button comes up.</summary>
    public virtual bool OnPress(Pointer at) => false;

    /// <summary>The mouse moved over it, the button up.</summary>
    public virtual void OnMove(Pointer at)
    {
    }

    /// <summary>The mouse moved while it was held down here.</summary>
    public virtual void OnDrag(Pointer at)
    {
    }

    /// <summary>The button came up, or the mouse was taken away.</summary>
    public virtual void OnRelease(Pointer at)
    {
    }

    /// <summary>The wheel turned over it: 1 up, -1 down. False = what it stands in may have it.</summary>
    public virtual bool OnWheel(int notches, Pointer at) => false;

    /// <summary>Whether a key is of use to it, which has the keyboard.</summary>
    public virtual bool UsesKey(KeyPress key) => false;

    /// <summary>A key that it uses was pressed.</summary>
    public virtual void OnKey(KeyPress key)
    {
    }

    /// <summary>It got the keyboard or lost it.</summary>
    public virtual void OnKeyboard(bool hasIt) => Damage();

    /// <summary>The mouse came or went.</summary>
    public virtual void OnHover() => Damage();

    /// <summary>Its place is to be drawn anew.</summary>
    public void Damage() => Scene?.Damage(Bounds);

    /// <summary>Room about it in this window.</summary>
    internal Edges MarginNow => Room.IsLow && MarginLow is { } low ? low : Room.IsNarrow && MarginNarrow is { } narrow ? narrow : Margin;

    /// <summary>Its length in this window.</summary>
    internal Length AlongNow => Room.IsNarrow && AlongNarrow is { } narrow ? narrow : Along;

    protected virtual bool IsEnabledNow => EnabledWhen?.Invoke() ?? true;

    /// <summary>Size that it asks for.</summary>
    protected virtual SKSize Measure(float width) => default;

    /// <summary>Places what stands in it.</summary>
    protected virtual void ArrangeChildren(SKRect bounds)
    {
    }

    /// <summary>Compares what is shown with the view models.</summary>
    protected virtual void Refresh()
    {
    }

    /// <summary>Draws itself.</summary>
    protected virtual void Paint(Painter painter)
    {
    }

    /// <summary>Draws what stands in it.</summary>
    protected virtual void DrawChildren(Painter painter, SKRect part)
    {
        foreach (Element child in _children)
        {
            child.Draw(painter, part);
        }
    }

    /// <summary>Takes elements in.</summary>
    protected void Adopt(params IEnumerable<Element> children)
    {
        foreach (Element child in children)
        {
            child.Parent = this;
            _children.Add(child);
        }
    }

    /// <summary>Keeps a value that is shown; where it is another, its place is drawn anew.</summary>
    protected bool Follow<T>(ref T shown, T value)
    {
        if (EqualityComparer<T>.Default.Equals(shown, value))
        {
            return false;
        }

        shown = value;
        Damage();
        return true;
    }

    protected void DrawRing(Painter painter, float radius = 5, float outwards = 2)
    {
        if (HasKeyboard)
        {
            painter.Frame(new SKRect(Bounds.Left - outwards, Bounds.Top - outwards, Bounds.Right + outwards, Bounds.Bottom + outwards), radius, Palette.Next, 2);
        }
    }
}
