using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Input;
using FaderStager.WpfUi.Controls;
using FaderStager.WpfUi.Views;

namespace FaderStager.WpfUi.Hosting;

/// <summary>Which keys the editor has a use for. All others are the host's, the space bar first of all: it plays the song.</summary>
/// <remarks>
/// [ui] One rule for every way a key can come: by the host's message loop, by WPF's, or as a question of the host.
/// Enter presses what has the keyboard. The space bar presses nothing: only a box that is being typed in takes it.
/// </remarks>
internal static class KeyUse
{
    /// <summary>Whether the editor uses a key now, by what has the keyboard and what is open.</summary>
    /// <param name="view">The editor.</param>
    /// <param name="key">The key itself, never <see cref="Key.System"/>.</param>
    /// <param name="modifiers">What is held with it.</param>
    public static bool Of(EditorView view, Key key, ModifierKeys modifiers)
    {
        IInputElement? focused = view.IsKeyboardFocusWithin ? Keyboard.FocusedElement : null;
        return focused is not null && key switch
        {
            Key.Tab => modifiers is ModifierKeys.None or ModifierKeys.Shift,
            Key.Escape => modifiers == ModifierKeys.None && (view.HasOpen || focused is EntryBox || ListOf(focused) is { IsDropDownOpen: true }),
            Key.Z when modifiers == ModifierKeys.Control && focused is not EntryBox { CanUndo: true } => view.CanUndo,
            _ => IsUsedBy(focused, key, modifiers),
        };
    }

    /// <summary>The drop-down list that an element is or belongs to.</summary>
    public static ComboBox? ListOf(IInputElement? element) =>
        element as ComboBox ?? (element is ComboBoxItem item ? ItemsControl.ItemsControlFromItemContainer(item) as ComboBox : null);

    private static bool IsUsedBy(IInputElement focused, Key key, ModifierKeys modifiers) => focused switch
    {
        EntryBox box => box.UsesKey(key, modifiers),
        FaderStrip => FaderStrip.UsesKey(key, modifiers),
        ComboBox or ComboBoxItem => IsUsedByList(ListOf(focused)?.IsDropDownOpen == true, key, modifiers),
        ListBoxItem => modifiers == ModifierKeys.Alt ? key is Key.Up or Key.Down : modifiers == ModifierKeys.None && IsStep(key),
        ButtonBase => key == Key.Enter && modifiers == ModifierKeys.None,
        _ => false,
    };

    private static bool IsUsedByList(bool isOpen, Key key, ModifierKeys modifiers) => modifiers switch
    {
        ModifierKeys.Alt => key is Key.Up or Key.Down,
        ModifierKeys.None => key is Key.Up or Key.Down or Key.F4 or Key.Enter || (isOpen && IsStep(key)),
        _ => false,
    };

    private static bool IsStep(Key key) => key is Key.Up or Key.Down or Key.PageUp or Key.PageDown or Key.Home or Key.End;
}
