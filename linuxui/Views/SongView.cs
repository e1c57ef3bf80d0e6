using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Songs;

namespace FaderStager.LinuxUi.Views;

/// <summary>The song lane with its heading; folded away it is one line.</summary>
/// <remarks>[ui] The smallest window has no room for it.</remarks>
internal static class SongView
{
    private const float LaneHeight = 76;

    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor)
    {
        SongLaneViewModel lane = editor.Lane;
        return new Face(new Below(
            new Beside(
                new Toggle("song", () => lane.IsOpen, isOpen => lane.IsOpen = isOpen) { Name = "show the song lane", Across = Place.Middle },
                new Label(() => lane.Title) { Shrinks = true, Across = Place.Middle, Margin = new Edges(10, 0, 0, 0) },
                new Label(() => lane.RidesText) { Along = Length.Rest, Colour = Palette.Quiet, Across = Place.Middle, Margin = new Edges(8, 0, 10, 0) },
                new Label(() => lane.CountsText) { Colour = Palette.Quiet, Across = Place.Middle },
                Part("whole", "let the whole song count", "Let the whole song count", () => lane.CountWholeSongCommand.Execute(null)),
                Part("loudest", "let the loudest part count", "Let the loudest 30 s count", () => lane.CountLoudestPartCommand.Execute(null)),
                Part("loop", "let the loop count", "Let the part count that the host loops", () => lane.CountLoopCommand.Execute(null))),
            new SongLane(lane) { Name = "song lane", Height = LaneHeight, Margin = new Edges(0, 4, 0, 0), ShownWhen = () => lane.IsOpen }))
        {
            Name = "Song lane", TopLine = Palette.Line, Padding = new Edges(12, 4), ShownIn = room => !room.IsLow,
        };
    }

    private static Button Part(string text, string name, string tip, Action act) =>
        new(text, act) { Name = name, Tip = () => tip, Height = 23, Padding = 8, Across = Place.Middle, Margin = new Edges(4, 0, 0, 0) };
}
