using System.Windows;
using System.Windows.Input;
using System.Windows.Interop;

namespace FaderStager.Windows.Tests;

/// <summary>A person's hand on the keyboard and the mouse of an open editor, in a host with a message loop of some kind.</summary>
/// <remarks>
/// After every act a key that no editor has a use for is pressed. Input stays in order, so once the host has that key, all before it
/// has been dealt with: nobody has to wait for what must not come.
/// </remarks>
internal sealed class Hand
{
    public const int Tab = 0x09;
    public const int Enter = 0x0D;
    public const int Shift = 0x10;
    public const int Control = 0x11;
    public const int Alt = 0x12;
    public const int Escape = 0x1B;
    public const int Space = 0x20;
    public const int End = 0x23;
    public const int Home = 0x24;
    public const int Left = 0x25;
    public const int Up = 0x26;
    public const int Down = 0x28;
    public const int Delete = 0x2E;
    public const int F5 = 0x74;
    public const int Minus = 0xBD;
    public const int Period = 0xBE;

    // F24: few keyboards have it.
    private const int Marker = 0x87;

    private readonly OpenEditor _editor;
    private readonly HostLoopKind _loop;

    public Hand(OpenEditor editor, HostLoopKind loop)
    {
        (_editor, _loop) = (editor, loop);
        Assert.That(editor.Window.BringForward(loop), Is.True, "The host's window does not come forward.");
    }

    /// <summary>What has WPF's keyboard, by its name for screen readers.</summary>
    public static string Focused => Keyboard.FocusedElement is UIElement element ? OpenEditor.NameOf(element) : "";

    /// <summary>Clicks a control in its middle.</summary>
    /// <returns>The keys that the host got.</returns>
    public int[] Click(string name) => Click(_editor.Find(name));

    /// <summary>Clicks an element, in its middle or elsewhere; scrolled to where it is out of sight.</summary>
    /// <returns>The keys that the host got.</returns>
    public int[] Click(FrameworkElement element, double across = 0.5, double down = 0.5)
    {
        element.BringIntoView();
        UiThread.Drain();
        Point at = element.PointToScreen(new Point(element.ActualWidth * across, element.ActualHeight * down));
        int[] keys = Done(() => RealInput.Click(at.X, at.Y));
        UiThread.Drain();
        return keys;
    }

    /// <summary>Drags one element onto another, held in its middle.</summary>
    /// <param name="element">What is dragged.</param>
    /// <param name="onto">Onto what; asked once the button is down, for a row opens where it is pressed.</param>
    /// <param name="down">How far down that the hand lets go, 0 to 1.</param>
    /// <param name="held">What to do before it lets go.</param>
    public void Drag(FrameworkElement element, Func<FrameworkElement> onto, double down, Action held)
    {
        Point from = element.PointToScreen(new Point(element.ActualWidth * 0.3, element.ActualHeight / 2));
        Done(() =>
        {
            HostWindow.MovePointer(from.X, from.Y);
            RealInput.Button(isUp: false);
        });
        _editor.Follow();
        FrameworkElement target = onto();
        Point to = target.PointToScreen(new Point(target.ActualWidth * 0.3, target.ActualHeight * down));
        Done(() => HostWindow.MovePointer(to.X, to.Y));
        _editor.Follow();
        held();
        Done(() => RealInput.Button(isUp: true));
        _editor.Follow();
    }

    /// <summary>Presses keys one after another.</summary>
    /// <returns>The keys that the host got.</returns>
    public int[] Press(params int[] keys) => Done(() =>
    {
        foreach (int key in keys)
        {
            Strike(key);
        }
    });

    /// <summary>Presses a key while others are held.</summary>
    /// <returns>The keys that the host got, those that are held left out.</returns>
    public int[] Chord(int key, params int[] held) =>
    [
        .. Done(() =>
        {
            Array.ForEach(held, each => RealInput.Key(each, isUp: false));
            Strike(key);
            Array.ForEach(held, each => RealInput.Key(each, isUp: true));
        }).Except(held),
    ];

    /// <summary>Types letters, digits, spaces, minus and full stop.</summary>
    /// <returns>The keys that the host got.</returns>
    public int[] Type(string text) => Done(() =>
    {
        foreach (char letter in text)
        {
            bool isShifted = char.IsUpper(letter);
            if (isShifted)
            {
                RealInput.Key(Shift, isUp: false);
            }

            Strike(letter switch { '-' => Minus, '.' => Period, _ => char.ToUpperInvariant(letter) });
            if (isShifted)
            {
                RealInput.Key(Shift, isUp: true);
            }
        }
    });

    private static void Strike(int key)
    {
        RealInput.Key(key, isUp: false);
        RealInput.Key(key, isUp: true);
    }

    private int[] Done(Action act)
    {
        HostWindow window = _editor.Window;
        window.Keys.Clear();
        window.KeysUp.Clear();
        act();
        Strike(Marker);
        bool isDone = HostLoop.RunUntil(_loop, window.Handle, () => window.KeysUp.Contains(Marker));
        Assert.That(isDone, Is.True, () => $"The host does not get the key that nobody uses. {Focused} has the keyboard.");
        UiThread.Drain();
        return [.. window.Keys.Where(key => key != Marker)];
    }
}
