using System.Runtime.InteropServices;
using System.Windows.Input;
using System.Windows.Interop;
using FaderStager.WpfUi.Controls;
using FaderStager.WpfUi.Views;

namespace FaderStager.WpfUi.Hosting;

/// <summary>Parts the keys between the editor and the host's window: the space bar that starts the song, the host's own shortcuts.</summary>
/// <remarks>
/// [ui] A key that the editor has no use for goes on as the very message it came as. Keys come in two ways: to the editor's window, where
/// WPF has not seen them yet, and as WPF's events, from what popped up over the editor or where the host runs WPF's message loop.
/// </remarks>
internal sealed class KeyRouting : IDisposable
{
    private readonly nint _parent;
    private readonly EditorView _view;

    // Keys whose press went to the host: their release goes there too, whatever has the keyboard by then.
    private readonly HashSet<nint> _given = [];
    private bool _isLastGiven;

    public KeyRouting(nint parent, EditorView view)
    {
        (_parent, _view) = (parent, view);
        view.PreviewKeyDown += OnKey;
        view.PreviewKeyUp += OnKey;
    }

    /// <summary>Looks at a message of the editor's window before WPF does.</summary>
    /// <param name="message">The message.</param>
    /// <param name="wParam">Its first parameter.</param>
    /// <param name="lParam">Its second parameter.</param>
    /// <param name="answer">What to answer, where it is dealt with.</param>
    /// <returns>Whether it is dealt with.</returns>
    public bool Takes(int message, nint wParam, nint lParam, out nint answer)
    {
        answer = 0;
        switch (message)
        {
            case NativeMethods.WmKeyDown or NativeMethods.WmSysKeyDown or NativeMethods.WmKeyUp or NativeMethods.WmSysKeyUp:
                return Gives(message, wParam, lParam);
            case NativeMethods.WmChar or NativeMethods.WmDeadChar or NativeMethods.WmSysChar or NativeMethods.WmSysDeadChar:
                // The host makes a letter of its own of the key that it was given.
                return _isLastGiven;
            case NativeMethods.WmGetDlgCode:
                answer = DialogCode(lParam);
                return true;
            default:
                return false;
        }
    }

    public void Dispose()
    {
        _view.PreviewKeyDown -= OnKey;
        _view.PreviewKeyUp -= OnKey;
    }

    private void OnKey(object sender, KeyEventArgs e)
    {
        MSG came = ComponentDispatcher.CurrentKeyboardMessage;
        e.Handled = Gives(came.message, came.wParam, came.lParam);
    }

    private bool Gives(int message, nint wParam, nint lParam)
    {
        bool isUp = message is NativeMethods.WmKeyUp or NativeMethods.WmSysKeyUp;
        bool isDown = message is NativeMethods.WmKeyDown or NativeMethods.WmSysKeyDown;
        bool isGiven = isUp ? _given.Contains(wParam) : isDown && !IsUsed(wParam);
        if (isDown)
        {
            _isLastGiven = isGiven;
        }

        if (!isGiven || !NativeMethods.PostMessage(_parent, message, wParam, lParam))
        {
            return false;
        }

        _ = isUp ? _given.Remove(wParam) : _given.Add(wParam);
        return true;
    }

    private bool IsUsed(nint virtualKey) => KeyUse.Of(_view, KeyInterop.KeyFromVirtualKey((int)virtualKey), Keyboard.Modifiers);

    // What a dialog's message loop asks before it takes Tab, Enter, Escape, the arrows and letters for its own.
    private nint DialogCode(nint asked)
    {
        if (asked != 0)
        {
            NativeMethods.Message about = Marshal.PtrToStructure<NativeMethods.Message>(asked);
            bool isWanted = about.Number switch
            {
                NativeMethods.WmKeyDown or NativeMethods.WmSysKeyDown => IsUsed(about.WParam),
                NativeMethods.WmKeyUp or NativeMethods.WmSysKeyUp => !_given.Contains(about.WParam),
                NativeMethods.WmChar or NativeMethods.WmDeadChar or NativeMethods.WmSysChar or NativeMethods.WmSysDeadChar => !_isLastGiven,
                _ => false,
            };
            return isWanted ? NativeMethods.DlgcWantAllKeys : 0;
        }

        // Asked of no key in particular.
        return !_view.IsKeyboardFocusWithin ? 0
            : Keyboard.FocusedElement is EntryBox ? NativeMethods.DlgcWantAllKeys | NativeMethods.DlgcWantChars | NativeMethods.DlgcWantArrows | NativeMethods.DlgcWantTab
            : KeyUse.Of(_view, Key.Down, ModifierKeys.None) ? NativeMethods.DlgcWantArrows | NativeMethods.DlgcWantTab
            : NativeMethods.DlgcWantTab;
    }
}
