namespace FaderStager.LinuxUi.Controls;

/// <summary>A line that is being typed: its letters, the caret, and what is selected.</summary>
/// <param name="longest">Most letters.</param>
/// <remarks>[ui]</remarks>
internal sealed class TypedText(int longest)
{
    private int _anchor;

    /// <summary>The letters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Letters before the caret.</summary>
    public int Caret { get; private set; }

    public int SelectionStart => Math.Min(Caret, _anchor);

    public int SelectionEnd => Math.Max(Caret, _anchor);

    /// <summary>What is selected.</summary>
    public string Selection => Text[SelectionStart..SelectionEnd];

    public bool IsAllSelected => Text.Length > 0 && SelectionStart == 0 && SelectionEnd == Text.Length;

    /// <summary>Begins with a text, all of it selected.</summary>
    public void Begin(string text)
    {
        Text = text;
        SelectAll();
    }

    public void SelectAll() => (_anchor, Caret) = (0, Text.Length);

    /// <summary>Sets the caret.</summary>
    public void GoTo(int letter, bool isSelecting)
    {
        Caret = Math.Clamp(letter, 0, Text.Length);

        // Never between the two halves of one character.
        if (Caret > 0 && Caret < Text.Length && char.IsLowSurrogate(Text[Caret]))
        {
            Caret--;
        }

        if (!isSelecting)
        {
            _anchor = Caret;
        }
    }

    /// <summary>A key that writes, deletes or moves the caret.</summary>
    /// <returns>Whether the text is another now.</returns>
    public bool Take(KeyPress key)
    {
        switch (key.Key)
        {
            case Key.Left:
                GoTo(HasSelection && !key.IsShift ? SelectionStart : key.IsControl ? WordBefore() : Before(), key.IsShift);
                return false;
            case Key.Right:
                GoTo(HasSelection && !key.IsShift ? SelectionEnd : key.IsControl ? WordAfter() : After(), key.IsShift);
                return false;
            case Key.Home:
                GoTo(0, key.IsShift);
                return false;
            case Key.End:
                GoTo(Text.Length, key.IsShift);
                return false;
            case Key.Backspace or Key.Delete:
                if (!HasSelection)
                {
                    GoTo(key.Key == Key.Backspace ? Before() : After(), isSelecting: true);
                }

                return Write("");
            default:
                return key.Letter >= ' ' && Write(key.Letter.ToString());
        }
    }

    /// <summary>Writes a text in place of what is selected. What is no letter, such as a line's end, is left out.</summary>
    /// <returns>Whether the text is another now.</returns>
    public bool Write(string text)
    {
        string before = Text;
        string letters = string.Concat(text.Where(letter => !char.IsControl(letter)));
        int room = longest - (Text.Length - (SelectionEnd - SelectionStart));
        letters = letters.Length > room ? letters[..Math.Max(0, room)] : letters;
        int start = SelectionStart;
        Text = string.Concat(Text.AsSpan(0, start), letters, Text.AsSpan(SelectionEnd));
        _anchor = Caret = start + letters.Length;
        return Text != before;
    }

    private bool HasSelection => _anchor != Caret;

    private int Before() => Caret - (Caret > 1 && char.IsLowSurrogate(Text[Caret - 1]) ? 2 : 1);

    private int After() => Caret + (Caret + 1 < Text.Length && char.IsLowSurrogate(Text[Caret + 1]) ? 2 : 1);

    private int WordBefore()
    {
        int at = Caret;
        while (at > 0 && Text[at - 1] == ' ')
        {
            at--;
        }

        while (at > 0 && Text[at - 1] != ' ')
        {
            at--;
        }

        return at;
    }

    private int WordAfter()
    {
        int at = Caret;
        while (at < Text.Length && Text[at] != ' ')
        {
            at++;
        }

        while (at < Text.Length && Text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
