using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Presentation.Tracks;

namespace FaderStager.LinuxUi.Views;

/// <summary>What can be edited of the chosen row's track.</summary>
/// <remarks>[ui]</remarks>
internal static class RowEdit
{
    /// <summary>Makes it.</summary>
    /// <param name="mix">The mix.</param>
    public static Element Of(MixViewModel mix)
    {
        MixRowViewModel Row() => mix.SelectedRow!;
        Edges gap = new(0, 2, 8, 2);
        return new Flow(
            new Button("", () => Row().ToggleFocalCommand.Execute(null))
            {
                Name = "the row's track is the focal", Tip = () => Definitions.Focal, Width = 30, Height = 26, Margin = new Edges(0, 2, 6, 2),
                SignState = () => Row().IsFocal, Sign = (painter, at) => painter.Shape(StateShape.Star, at.X, at.Y, 14, Row().IsFocal ? Palette.Focal : Palette.Unknown),
            },
            new ChoiceOf<RoleChoice>(() => RoleChoice.All, () => Row().Role, role => Row().Role = role, role => role.Name)
            {
                Name = "role of the row's track", Tip = () => Definitions.Role, Width = 122, Height = 26, Margin = gap,
            },
            new Button(() => Row().OpenLabel, () => Row().ToggleOpenCommand.Execute(null))
            {
                Name = "show or hide the tracks of the voice", Tip = () => Definitions.Voice, Height = 26, Margin = new Edges(0, 2, 6, 2), Padding = 8, ShownWhen = () => Row().OpenLabel.Length > 0,
            },
            Caption("voice"),
            new EntryBox(() => Row().VoiceNameText, typed => Row().VoiceNameText = typed) { Name = "name of the voice", Tip = () => Definitions.Voice, Width = 108, Height = 26, Margin = new Edges(0, 2, 6, 2) },
            new Button("Join above", () => Row().JoinAboveCommand.Execute(null))
            {
                Name = "make one voice with the row above", Tip = () => Definitions.JoinVoice, Height = 26, Margin = new Edges(0, 2, 6, 2), Padding = 8, EnabledWhen = () => Row().JoinAboveCommand.CanExecute(null),
            },
            new Button("Split", () => Row().SplitCommand.Execute(null))
            {
                Name = "take the track out of its voice", Tip = () => Definitions.SplitVoice, Height = 26, Margin = gap, Padding = 8, EnabledWhen = () => Row().SplitCommand.CanExecute(null),
            },
            Caption("fader"),
            new EntryBox(() => Row().FaderText, typed => Row().TypeFader(typed))
            {
                Name = "fader of the row's track", Tip = () => Definitions.Fader, Width = 66, Height = 26, Margin = gap, EnabledWhen = () => Row().CanMoveFader, Nudge = step => Row().NudgeFader(step),
            },
            Caption("target"),
            new EntryBox(() => Row().TargetText, typed => Row().TypeTarget(typed))
            {
                Name = "target of the row's track", Tip = () => Definitions.Target, Width = 108, Height = 26, Margin = gap, Nudge = step => Row().SetTarget(Row().TargetLu + step),
            },
            new Button("Reset target", () => Row().ResetTargetCommand.Execute(null))
            {
                Name = "give the target back to the profile", Tip = () => "Gives the target back to the profile.", Height = 26, Margin = gap, Padding = 8,
            },
            new Button(() => Row().ApplyLabel, () => Row().ApplyCommand.Execute(null))
            {
                Name = "apply to the row's track", Tip = () => Definitions.Apply, Height = 26, Margin = new Edges(0, 2, 6, 2), EnabledWhen = () => Row().ApplyCommand.CanExecute(null),
            },
            new Button("Keep", () => Row().KeepCommand.Execute(null))
            {
                Name = "keep the row's reading as target", Tip = () => Definitions.Keep, Height = 26, Margin = gap, EnabledWhen = () => Row().KeepCommand.CanExecute(null),
            },
            new Button("", () => Row().MoveUpCommand.Execute(null))
            {
                Name = "earlier in the order", Tip = () => "Earlier in the order of work (Alt+Up). Rows can be dragged as well.", Width = 26, Height = 26, Margin = new Edges(0, 2, 2, 2),
                Sign = (painter, at) => painter.Path(Shapes.Up, at.X - 5, at.Y - 2.5f, Palette.Text, 1.8f),
            },
            new Button("", () => Row().MoveDownCommand.Execute(null))
            {
                Name = "later in the order", Tip = () => "Later in the order of work (Alt+Down). Rows can be dragged as well.", Width = 26, Height = 26, Margin = gap,
                Sign = (painter, at) => painter.Path(Shapes.Down, at.X - 5, at.Y - 2.5f, Palette.Text, 1.8f),
            },
            new Toggle("in the mix", () => Row().InMix, isIn => Row().InMix = isIn)
            {
                Name = "the row's track counts in the mix", Tip = () => Definitions.InMix, Height = 26, Margin = new Edges(0, 2, 0, 2),
            })
        {
            Margin = new Edges(24, 2, 4, 6), ShownWhen = () => mix.SelectedRow is not null,
        };
    }

    private static Label Caption(string text) => new(text) { Lettering = Lettering.Small, Colour = Palette.Faint, Height = 26, Margin = new Edges(2, 2, 4, 2) };
}
