using CommunityToolkit.Mvvm.ComponentModel;
using FaderStager.Presentation.States;

namespace FaderStager.Presentation.FirstRun;

/// <summary>One line of what to do first.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class FirstRunStep : ObservableObject
{
    internal FirstRunStep(string title, string text) => (Title, Text) = (title, text);

    /// <summary>What to do, in a few words.</summary>
    public string Title { get; }

    /// <summary>Where it is done, or what comes of it.</summary>
    public string Text { get; }

    /// <summary>Whether it is done.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Shape), nameof(Tone))]
    public partial bool IsDone { get; internal set; }

    /// <summary>A tick when it is done, a hollow dot before.</summary>
    public StateShape Shape => IsDone ? StateShape.Tick : StateShape.HollowDot;

    /// <summary>The colour family that goes with it.</summary>
    public StateTone Tone => IsDone ? StateTone.InPlace : StateTone.Next;
}
