using FaderStager.LinuxUi.Controls;

namespace FaderStager.LinuxUi.X11;

/// <summary>Takes the keyboard from the host's window while the editor has a use for it, and gives it back.</summary>
/// <remarks>[ui] Keys that the editor has no use for go on to the window that had the keyboard before: the space bar plays the song.</remarks>
internal sealed class KeyboardHold(XWindow window, Scene scene)
{
    private const int RetakeMs = 300;
    private const int MostRetakes = 2;
    private const byte LeastPointerDetail = 5;

    private readonly bool[] _handedOn = new bool[256];
    private uint _before;
    private long _takenAt;
    private int _retakes;

    /// <summary>Whether the editor holds the keyboard.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether keys come to the window itself.</summary>
    public bool HasFocus { get; private set; }

    /// <summary>Takes or gives back, as the editor wants it now.</summary>
    public void Follow()
    {
        bool isWanted = scene.Keyboard is not null;
        if (isWanted == IsHeld)
        {
            return;
        }

        IsHeld = isWanted;
        window.TakeKeys(isWanted);
        if (isWanted)
        {
            uint focused = window.FocusedWindow();
            _before = focused == window.Id ? _before : focused;
            (_takenAt, _retakes) = (Environment.TickCount64, 0);
            window.Focus(window.Id);
        }
        else if (HasFocus && _before > 1)
        {
            window.Focus(_before);
        }
    }

    /// <summary>The focus came or went.</summary>
    public void NoteFocus(in XEvent about)
    {
        // The mouse's own share in the focus is no change.
        if (about.Detail >= LeastPointerDetail)
        {
            return;
        }

        HasFocus = about.Kind == Xcb.FocusIn;
        if (HasFocus || !IsHeld)
        {
            return;
        }

        // The click that took it also made the host's window active, which may take it back at once.
        if (Environment.TickCount64 - _takenAt <= RetakeMs && _retakes < MostRetakes)
        {
            _retakes++;
            window.Focus(window.Id);
        }
        else
        {
            scene.TakeKeyboard(null);
        }
    }

    /// <summary>A key went down or came up.</summary>
    public void Take(in XEvent key)
    {
        // Outside of an edit a key is none of ours: hosts forward what they have no use for.
        if (!IsHeld)
        {
            return;
        }

        if (key.Kind == Xcb.KeyPress)
        {
            bool isUsed = scene.Type(window.Keyboard.Of(key));
            _handedOn[key.Detail] = !isUsed && !key.IsSent;
        }

        if (_handedOn[key.Detail] && _before > 1)
        {
            window.HandOn(key, _before);
        }
    }
}
