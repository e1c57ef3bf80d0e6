using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Songs;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>The song lane with its heading; folded away it is one line.</summary>
/// <remarks>[ui] The smallest window has no room for it.</remarks>
internal static class SongView
{
    private const float LaneHeight = 76;
    private const float MostListHeight = 96;

    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor)
    {
        SongLaneViewModel lane = editor.Lane;
        return new Face(new Below(
            new Beside(
                new Toggle("song", () => lane.IsOpen, isOpen => lane.IsOpen = isOpen) { Name = "show the song lane", Tip = () => Definitions.SongLane, Across = Place.Middle },
                new Label(() => lane.Title) { Along = Length.Rest, Shrinks = true, Across = Place.Middle, Margin = new Edges(10, 0, 0, 0), Tip = () => lane.Title },
                new Button(() => lane.RidesText, () => lane.WantsRides = !lane.WantsRides)
                {
                    Name = "the ride list", Tip = () => Definitions.Rides, Height = 23, Padding = 8, Across = Place.Middle, Margin = new Edges(8, 0, 0, 0), EnabledWhen = () => lane.HasRides, ShownWhen = () => lane.RidesText.Length > 0,
                },
                new Label("section")
                {
                    Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.Middle, Margin = new Edges(10, 0, 5, 0), ShownIn = room => !room.IsNarrow, ShownWhen = () => lane.SectionName.Length > 0,
                },
                new EntryBox(() => lane.SectionName, name => lane.SectionName = name)
                {
                    Name = "name of the section", Tip = () => Definitions.SectionName, Width = 84, Height = 23, Across = Place.Middle, Margin = new Edges(0, 0, 10, 0), ShownIn = room => !room.IsNarrow, ShownWhen = () => lane.SectionName.Length > 0,
                },
                new Label(() => lane.CountsText) { Colour = Palette.Quiet, Across = Place.Middle },
                Part("whole", "let the whole song count", "Let the whole song count.", () => lane.CountWholeSongCommand.Execute(null)),
                Part("loudest", "let the loudest part count", "Let the loudest 30 s count.", () => lane.CountLoudestPartCommand.Execute(null)),
                Part("loop", "let the loop count", "Let the part count that the host loops.", () => lane.CountLoopCommand.Execute(null))),
            new SongLane(lane) { Name = "song lane", Height = LaneHeight, Margin = new Edges(0, 4, 0, 0), ShownWhen = () => lane.IsOpen },
            new Scroll(new Repeated(() => lane.Rides.Length, place => Ride(lane, place))) { Name = "rides", MostHeight = MostListHeight, Margin = new Edges(0, 4, 0, 0), ShownWhen = () => lane.IsRideListShown }))
        {
            Name = "Song lane", TopLine = Palette.Line, Padding = new Edges(12, 4), ShownIn = room => !room.IsLow,
        };
    }

    private static Beside Ride(SongLaneViewModel lane, int place)
    {
        RideViewModel? At() => place < lane.Rides.Length ? lane.Rides[place] : null;
        return new Beside(
            new Button(() => At()?.TimeText ?? "", () => lane.CopyTimeCommand.Execute(At())) { Name = "copy the ride's time", Tip = () => Definitions.CopyTime, Width = 176, Height = 22, Padding = 8, Across = Place.Middle },
            new Label(() => At()?.Text ?? "") { Along = Length.Rest, Shrinks = true, Across = Place.Middle, Margin = new Edges(10, 0, 0, 0), Tip = () => At()?.Reason ?? "" })
        {
            Margin = new Edges(0, 1, 0, 1), ShownWhen = () => At() is not null,
        };
    }

    private static Button Part(string text, string name, string tip, Action act) =>
        new(text, act) { Name = name, Tip = () => tip, Height = 23, Padding = 8, Across = Place.Middle, Margin = new Edges(4, 0, 0, 0) };
}
