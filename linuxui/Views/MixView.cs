using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Approaches;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>The whole mix: balance and headroom, the next action, the table on one scale, start commands.</summary>
/// <remarks>[ui]</remarks>
internal static class MixView
{
    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor)
    {
        Element table = MixTable.Of(editor);
        return new Below(Top(editor.Mix), NextView.Of(editor), table, FirstRun(editor.FirstRun), Bottom(editor))
        {
            Along = Length.Rest, Margin = new Edges(0, 10, 12, 8), MarginLow = new Edges(0, 6, 12, 5),
        };
    }

    private static Beside Top(MixViewModel mix) => new(
        new Below(
            new Beside(
                new Mark(() => mix.Balance.Shape, () => Palette.Of(mix.Balance.Tone)) { Along = Length.Of(14), Margin = new Edges(0, 0, 7, 0) },
                new Label(() => mix.Balance.Text) { Lettering = Lettering.Text with { Weight = Weight.Medium }, Shrinks = true, Margin = new Edges(0, 0, 16, 0), Tip = () => Definitions.Balance },
                new Label(() => mix.HeardText) { Colour = Palette.Quiet, ShownIn = room => !room.IsNarrow, Tip = () => Definitions.Heard },
                new Space { Along = Length.Rest },
                Blind(mix.Pictures))
            {
                Along = Length.Of(19),
            },
            new Beside(
                new Label(() => mix.HeadroomText) { Colour = Palette.Quiet, Margin = new Edges(0, 0, 8, 0), Tip = () => Definitions.Headroom },
                Room(mix, () => mix.RoomLabel, isNarrow: false),
                Room(mix, () => mix.ShortRoomLabel, isNarrow: true),
                Match(mix, () => mix.Pictures.MatchLabel, isNarrow: false, () => true),
                Match(mix, () => mix.Pictures.ShortMatchLabel, isNarrow: true, () => !mix.IsHeadroomShort),
                Offer(() => mix.ForwardOfferLabel, () => mix.TakeForwardCommand.Execute(null), "take how far forward the faders have the lead", Definitions.Forward),
                Offer(() => mix.LowerStartLabel, () => mix.StartLowerCommand.Execute(null), "start lower so that nothing needs trimming", Definitions.LowerStart))
            {
                Along = Length.Of(20),
            })
        {
            Along = Length.Rest, Across = Place.Middle,
        },
        new PictureSwitch(mix.Pictures, () => mix.SwitchPictureCommand.Execute(null)) { Name = "switch between fader pictures A and B", Tip = () => Definitions.Pictures, Height = 28, Across = Place.Start, Margin = new Edges(8, 0, 0, 0) },
        new Button("Undo", () => mix.UndoCommand.Execute(null)) { Name = "undo", Tip = () => Definitions.Undo, Height = 28, Across = Place.Start, Margin = new Edges(6, 0, 0, 0), EnabledWhen = () => mix.UndoCommand.CanExecute(null) },
        new Button(() => mix.ApplyAllLabel, () => mix.ApplyAllCommand.Execute(null))
        {
            Name = "apply all", Tip = () => Definitions.ApplyAll, Height = 28, LeastWidth = 86, Across = Place.Start, Margin = new Edges(6, 0, 0, 0), EnabledWhen = () => mix.ApplyAllCommand.CanExecute(null),
        });

    private static Button Room(MixViewModel mix, Func<string> text, bool isNarrow) => new(text, () => mix.MakeRoomCommand.Execute(null))
    {
        Name = "lower all faders alike", Tip = () => Definitions.MakeRoom, TextSize = Lettering.Small.Size, Padding = 6, Height = 20, ShownIn = room => room.IsNarrow == isNarrow, ShownWhen = () => mix.IsHeadroomShort,
    };

    private static Button Match(MixViewModel mix, Func<string> text, bool isNarrow, Func<bool> hasRoom) => new(text, () => mix.Pictures.EndMatchCommand.Execute(null))
    {
        Name = "play the pictures as loud as their faders stand", Tip = () => Definitions.Match, TextSize = Lettering.Small.Size, Padding = 6, Height = 20, Margin = new Edges(6, 0, 0, 0), ShownIn = room => room.IsNarrow == isNarrow, ShownWhen = () => text().Length > 0 && hasRoom(),
    };

    private static Button Blind(PicturesViewModel pictures) => new(() => pictures.BlindLabel, () => pictures.BlindCommand.Execute(null))
    {
        Name = "compare the pictures blind", Tip = () => Definitions.Blind, TextSize = Lettering.Small.Size, Padding = 6, Height = 19, Margin = new Edges(6, 0, 0, 0), ShownIn = room => !room.IsNarrow,
    };

    private static Button Offer(Func<string> text, Action act, string name, string tip) => new(text, act)
    {
        Name = name, Tip = () => tip, TextSize = Lettering.Small.Size, Padding = 6, Height = 20, Margin = new Edges(6, 0, 0, 0), ShownIn = room => !room.IsNarrow, ShownWhen = () => text().Length > 0,
    };

    private static Beside Bottom(EditorViewModel editor)
    {
        MixViewModel mix = editor.Mix;
        TopDownViewModel topDown = editor.TopDown;
        BottomUpViewModel bottomUp = editor.BottomUp;
        return new Beside(
            new Label("sort") { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.Middle, Margin = new Edges(2, 0, 6, 0) },
            Option.Group(
                Place.Middle,
                new Option("Order", () => mix.Sort == MixSort.Importance, () => mix.Sort = MixSort.Importance) { Name = "sort by importance", Tip = () => Definitions.Sort },
                new Option("Deviation", () => mix.Sort == MixSort.Deviation, () => mix.Sort = MixSort.Deviation) { Name = "sort by deviation", Tip = () => Definitions.Sort }),
            new Label(() => bottomUp.ProgressText) { Colour = Palette.Quiet, Across = Place.Middle, Margin = new Edges(14, 0, 0, 0), ShownWhen = () => bottomUp.IsActive },
            new Space { Along = Length.Rest },
            new ChoiceOf<StartChoice>(() => topDown.Starts, () => topDown.Start, start => topDown.Start = start, start => start.Name)
            {
                Name = "where top-down starts", Tip = () => Definitions.Start, Width = 158, Height = 28, Margin = new Edges(0, 0, 6, 0), ShownIn = room => !room.IsNarrow, ShownWhen = () => topDown.IsActive,
            },
            new Button(() => topDown.StartLabel, () => topDown.AllToStartCommand.Execute(null)) { Name = "all faders to the start", Tip = () => Definitions.Start, Height = 28, ShownWhen = () => topDown.IsActive },
            new Button("All faders down", () => bottomUp.AllDownCommand.Execute(null)) { Name = "all faders down", Tip = () => Definitions.AllDown, Height = 28, ShownWhen = () => bottomUp.IsActive })
        {
            Margin = new Edges(0, 5, 0, 0),
        };
    }

    private static Face FirstRun(FirstRunViewModel first) => new(new Beside(
        new Below(first.Steps.Select(Line)) { Along = Length.Rest },
        new Button("Got it", () => first.GotItCommand.Execute(null)) { Name = "got it", Tip = () => Definitions.FirstRun, Height = 28, Across = Place.Middle, Margin = new Edges(12, 0, 0, 0) }))
    {
        Colour = Palette.Surface, LeftBar = Palette.Next, Radius = 2, Padding = new Edges(16, 6, 14, 6), Margin = new Edges(0, 5, 0, 0), ShownWhen = () => first.IsVisible,
    };

    private static Beside Line(FirstRunStep step) => new(
        new Mark(() => step.Shape, () => Palette.Of(step.Tone)) { Along = Length.Of(14), Margin = new Edges(0, 0, 9, 0) },
        new Label(() => step.Title) { Along = Length.Of(122), Lettering = Lettering.Text with { Weight = Weight.Medium }, Tip = () => step.Text },
        new Label(() => step.Text) { Along = Length.Rest, Shrinks = true, Colour = Palette.Quiet, ShownIn = room => !room.IsNarrow })
    {
        Margin = new Edges(0, 1),
    };
}
