using System.Collections.Immutable;

namespace FaderStager.LinuxUi.Controls;

/// <summary>One of a list of the view model's.</summary>
/// <typeparam name="T">What is chosen.</typeparam>
/// <remarks>[ui]</remarks>
internal sealed class ChoiceOf<T>(Func<ImmutableArray<T>> all, Func<T> get, Action<T> set, Func<T, string> text) : Choice
{
    /// <inheritdoc/>
    public override int Count => all().Length;

    /// <inheritdoc/>
    public override int Index => all().IndexOf(get());

    /// <inheritdoc/>
    public override string TextOf(int index) => text(all()[index]);

    /// <inheritdoc/>
    public override void Choose(int index)
    {
        if (index >= 0 && index < Count && index != Index)
        {
            set(all()[index]);
        }
    }
}
