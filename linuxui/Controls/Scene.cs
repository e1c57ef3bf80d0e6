using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>The root: it lays out, knows what is to be drawn anew, and hands mouse and keyboard to the element that they are for.</summary>
/// <remarks>
/// [ui] Nothing pops up outside of it: lists and tooltips are drawn over the rest, so none can stay behind in a host.
/// The editor has the keyboard while <see cref="Keyboard"/> is an element: that begins with a click into a box and ends with Enter, Escape or a click elsewhere.
/// </remarks>
internal sealed class Scene : Element
{
    private const int MostParts = 12;

    private readonly Element _content;
    private readonly List<SKRect> _damaged = new(MostParts + 1);
    private readonly List<Element> _stops = [];
    private Element? _cameFrom;
    private bool _needsLayout = true;

    public Scene(Element content)
    {
        _content = content;
        List = new DropList();
        Tooltip = new Tooltip();
        Adopt(content, List, Tooltip);
    }

    /// <summary>Told of each press, before the element that it is for: what is open closes.</summary>
    public event Action<Element?>? Pressed;

    /// <summary>What Escape does where nothing that has the keyboard uses it.</summary>
    public Action? Cancel { get; init; }

    /// <summary>Whether there is something that Escape closes.</summary>
    public Func<bool>? IsCancellable { get; init; }

    /// <summary>What Ctrl+Z does where nothing that has the keyboard uses it.</summary>
    public Action? Undo { get; init; }

    /// <summary>Whether there is something to take back.</summary>
    public Func<bool>? CanUndo { get; init; }

    /// <summary>Where texts are copied to; null = nowhere.</summary>
    public IClipboard? Clipboard { get; set; }

    /// <summary>The list that is open, if one is.</summary>
    public DropList List { get; }

    /// <summary>The tooltip.</summary>
    public Tooltip Tooltip { get; }

    /// <summary>Size, and what is left out at this size.</summary>
    public new Room Room { get; private set; } = Room.Default;

    /// <summary>The innermost element under the mouse.</summary>
    public Element? Hovered { get; private set; }

    /// <summary>What holds the mouse while its button is down.</summary>
    public Element? Captured { get; private set; }

    /// <summary>What has the keyboard; null = it is the host's.</summary>
    public Element? Keyboard { get; private set; }

    /// <summary>Where Tab stays while something is open; null = everywhere.</summary>
    public Element? TabRoom { get; set; }

    /// <summary>The parts to be drawn anew; empty when nothing changed.</summary>
    public List<SKRect> Damaged => _damaged;

    /// <summary>Gives the editor a size at 100 %.</summary>
    public void Resize(float width, float height)
    {
        Room room = new(width, height);
        if (room != Room)
        {
            Room = room;
            LayOutAnew();
        }
    }

    /// <summary>All is to be laid out and drawn anew.</summary>
    public void LayOutAnew() => _needsLayout = true;

    /// <summary>Reads the view models and lays out where that is needed.</summary>
    public void Follow()
    {
        Sync();
        if (_needsLayout)
        {
            _needsLayout = false;
            Arrange(new SKRect(0, 0, Room.Width, Room.Height));
            _damaged.Clear();
            _damaged.Add(Bounds);
        }

        if (Keyboard is { } owner && !IsUsable(owner))
        {
            TakeKeyboard(null);
        }
    }

    /// <summary>A part is to be drawn anew.</summary>
    public void Damage(SKRect part)
    {
        // Rings and marks stand a little beyond their places.
        part.Inflate(4, 4);
        if (!part.IntersectsWith(Bounds))
        {
            return;
        }

        part.Intersect(Bounds);
        for (int i = _damaged.Count - 1; i >= 0; i--)
        {
            if (_damaged[i].Contains(part))
            {
                return;
            }

            if (_damaged[i].IntersectsWith(part))
            {
                part.Union(_damaged[i]);
                _damaged.RemoveAt(i);
                i = _damaged.Count;
            }
        }

        _damaged.Add(part);
        if (_damaged.Count > MostParts)
        {
            SKRect all = _damaged[0];
            foreach (SKRect each in _damaged)
            {
                all.Union(each);
            }

            _damaged.Clear();
            _damaged.Add(all);
        }
    }

    /// <summary>Draws what lies in a part.</summary>
    public void DrawPart(Painter painter, SKRect part)
    {
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(part);
        painter.Fill(part, Palette.Ground);
        Draw(painter, part);
        painter.Canvas.RestoreToCount(count);
    }

    /// <summary>The mouse moved.</summary>
    public void Move(Pointer at)
    {
        if (Captured is { } captured)
        {
            captured.OnDrag(at);
            return;
        }

        Hover(At(at.X, at.Y), at);
        Hovered?.OnMove(at);
    }

    /// <summary>The mouse left the window.</summary>
    public void Leave()
    {
        if (Captured is null)
        {
            Hover(null, default);
        }
    }

    /// <summary>The left button went down.</summary>
    public void Press(Pointer at)
    {
        Release(at);
        Element? hit = At(at.X, at.Y);
        Hover(hit, at);
        Tooltip.Hide();
        Pressed?.Invoke(hit);
        if (Keyboard is { } owner && !ReferenceEquals(owner, hit) && hit?.IsIn(owner) != true)
        {
            TakeKeyboard(null);
        }

        for (Element? element = hit; element is not null; element = element.Parent)
        {
            if (element.IsEnabled && element.OnPress(at))
            {
                Captured = element;
                element.Damage();
                return;
            }
        }
    }

    /// <summary>The left button came up, or the mouse was taken away.</summary>
    public void Release(Pointer at)
    {
        if (Captured is { } captured)
        {
            captured.OnRelease(at);
            captured.Damage();
            Captured = null;
            Hover(At(at.X, at.Y), at);
        }
    }

    /// <summary>The wheel turned: 1 up, -1 down.</summary>
    public void Wheel(int notches, Pointer at)
    {
        Tooltip.Hide();
        for (Element? element = At(at.X, at.Y); element is not null; element = element.Parent)
        {
            if (element.IsEnabled && element.OnWheel(notches, at))
            {
                return;
            }
        }
    }

    /// <summary>Whether the editor has the keyboard and a use for a key; all others are the host's.</summary>
    public bool WantsKey(KeyPress key) => Keyboard is { } owner
        && (key switch
        {
            { Key: Key.Tab, IsPlain: true } or { Key: Key.Escape, IsPlain: true } => true,
            _ => owner.UsesKey(key) || (key.IsCommand('z') && CanUndo?.Invoke() == true),
        });

    /// <summary>A key was pressed. False = it is the host's.</summary>
    public bool Type(KeyPress key)
    {
        if (!WantsKey(key) || Keyboard is not { } owner)
        {
            return false;
        }

        Tooltip.Hide();
        if (owner.UsesKey(key))
        {
            owner.OnKey(key);
        }
        else if (key.Key == Key.Tab)
        {
            GoOn(key.IsShift);
        }
        else if (key.Key != Key.Escape)
        {
            Undo?.Invoke();
        }
        else if (IsCancellable?.Invoke() == true)
        {
            Cancel?.Invoke();
        }
        else
        {
            TakeKeyboard(null);
        }

        return true;
    }

    /// <summary>Gives the keyboard to an element, or back to the host.</summary>
    public void TakeKeyboard(Element? element)
    {
        if (ReferenceEquals(element, Keyboard))
        {
            return;
        }

        Element? before = Keyboard;
        Keyboard = element;
        _cameFrom = element ?? before;
        before?.OnKeyboard(false);
        element?.OnKeyboard(true);
    }

    /// <summary>Gives the keyboard to the next element that takes it, or the one before.</summary>
    public void GoOn(bool isBack)
    {
        _stops.Clear();
        Collect(TabRoom ?? _content);
        if (_stops.Count == 0)
        {
            return;
        }

        int at = (Keyboard ?? _cameFrom) is { } from ? _stops.IndexOf(from) : -1;
        int next = at < 0 ? (isBack ? _stops.Count - 1 : 0) : (at + (isBack ? _stops.Count - 1 : 1)) % _stops.Count;
        TakeKeyboard(_stops[next]);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        _content.Arrange(bounds);
        List.Place(bounds);
        Tooltip.Place(bounds);
    }

    private void Collect(Element element)
    {
        if (element.IsShown)
        {
            if (element.TakesKeyboard && element.IsEnabled)
            {
                _stops.Add(element);
            }

            foreach (Element child in element.Children)
            {
                Collect(child);
            }
        }
    }

    private static bool IsUsable(Element element)
    {
        for (Element? at = element; at is not null; at = at.Parent)
        {
            if (!at.IsShown || !at.IsEnabled)
            {
                return false;
            }
        }

        return true;
    }

    private void Hover(Element? element, Pointer at)
    {
        if (!ReferenceEquals(Hovered, element))
        {
            Element? before = Hovered;
            Hovered = element;
            Told(before);
            Told(element);
            Tooltip.Rest(element, at);
        }
    }

    private static void Told(Element? element)
    {
        for (Element? each = element; each is not null; each = each.Parent)
        {
            if (each.ReactsToMouse)
            {
                each.OnHover();
            }
        }
    }
}
