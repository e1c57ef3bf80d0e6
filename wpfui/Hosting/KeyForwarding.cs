using System.Windows;
using System.Windows.Input;

namespace FaderStager.WpfUi.Hosting;

/// <summary>Gives the keys that the editor does not use to the host's window: the space bar that starts the song, the host's own shortcuts.</summary>
/// <remarks>
/// [ui] A key that reaches the editor's root unhandled goes on as the very message it came as. A text box uses all keys that write.
/// </remarks>
internal sealed class KeyForwarding : IDisposable
{
    private readonly nint _parent;
    private readonly UIElement _view;
    private (int Message, nint WParam, nint LParam) _last;

    public KeyForwarding(nint parent, UIElement view)
    {
        (_parent, _view) = (parent, view);
        view.KeyDown += OnKeyDown;
        view.KeyUp += OnKeyUp;
    }

    /// <summary>Keys given to the host so far.</summary>
    public int Forwarded { get; private set; }

    /// <summary>Notes a message before the editor sees it.</summary>
    public void Note(int message, nint wParam, nint lParam)
    {
        if (message is NativeMethods.WmKeyDown or NativeMethods.WmKeyUp or NativeMethods.WmSysKeyDown or NativeMethods.WmSysKeyUp)
        {
            _last = (message, wParam, lParam);
        }
    }

    public void Dispose()
    {
        _view.KeyDown -= OnKeyDown;
        _view.KeyUp -= OnKeyUp;
    }

    private static bool Writes(object source, KeyEventArgs e) =>
        source is System.Windows.Controls.Primitives.TextBoxBase
        && (Keyboard.Modifiers & (ModifierKeys.Control | ModifierKeys.Alt)) == 0
        && e.Key is not (>= Key.F1 and <= Key.F24);

    private void OnKeyDown(object sender, KeyEventArgs e) => Forward(e, NativeMethods.WmKeyDown, NativeMethods.WmSysKeyDown);

    private void OnKeyUp(object sender, KeyEventArgs e) => Forward(e, NativeMethods.WmKeyUp, NativeMethods.WmSysKeyUp);

    private void Forward(KeyEventArgs e, int message, int systemMessage)
    {
        if (e.Handled || Writes(e.OriginalSource, e) || (_last.Message != message && _last.Message != systemMessage))
        {
            return;
        }

        if (NativeMethods.PostMessage(_parent, _last.Message, _last.WParam, _last.LParam))
        {
            Forwarded++;
            e.Handled = true;
        }

        _last = default;
    }
}
