using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Input;
using FaderStager.Presentation.Editor;

namespace FaderStager.WpfUi.Views;

/// <summary>The editor: header, this track, the whole mix, footer. Its data context is an <see cref="EditorViewModel"/>.</summary>
/// <remarks>
/// [ui] After a click the keyboard goes back to the editor itself, so that the space bar starts the song and does not press the button
/// again; who comes by Tab stays on the control.
/// </remarks>
internal sealed partial class EditorView : UserControl
{
    private const double TrackWidth = 336;
    private const double NarrowTrackWidth = 316;

    public EditorView()
    {
        InitializeComponent();
        AddHandler(ButtonBase.ClickEvent, new RoutedEventHandler(OnClick));
    }

    /// <summary>Lets go of the model and of whatever listens to it.</summary>
    public void Release()
    {
        if (IsKeyboardFocusWithin)
        {
            Keyboard.ClearFocus();
        }

        DataContext = null;
        Content = null;
    }

    /// <inheritdoc/>
    protected override void OnRenderSizeChanged(SizeChangedInfo sizeInfo)
    {
        base.OnRenderSizeChanged(sizeInfo);
        EditorLayout.Follow(this, sizeInfo.NewSize);
        TrackColumn.Width = new GridLength(EditorLayout.GetIsNarrow(this) ? NarrowTrackWidth : TrackWidth);
    }

    /// <inheritdoc/>
    protected override void OnMouseDown(MouseButtonEventArgs e)
    {
        base.OnMouseDown(e);
        if (!e.Handled)
        {
            Focus();
        }
    }

    /// <inheritdoc/>
    protected override void OnKeyDown(KeyEventArgs e)
    {
        base.OnKeyDown(e);
        if (e.Key == Key.Escape && DataContext is EditorViewModel { } model && (model.Mix.IsPreviewing || model.Notice.IsVisible))
        {
            model.EscapeCommand.Execute(null);
            e.Handled = true;
        }
    }

    private void OnClick(object sender, RoutedEventArgs e)
    {
        if (InputManager.Current.MostRecentInputDevice is MouseDevice && e.OriginalSource is Button or RadioButton)
        {
            Focus();
        }
    }
}
