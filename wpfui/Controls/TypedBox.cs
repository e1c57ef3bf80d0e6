namespace FaderStager.WpfUi.Controls;

/// <summary>Gives what was typed to the model's text, which makes of it what it can: bind <see cref="EntryBox.Shown"/> both ways.</summary>
/// <remarks>[ui]</remarks>
internal sealed class TypedBox : EntryBox
{
    protected override void Take(string typed)
    {
        SetCurrentValue(ShownProperty, typed);
        GetBindingExpression(ShownProperty)?.UpdateTarget();
    }
}
