using System.Collections.Immutable;
using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Presentation.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using SkiaSharp;

namespace FaderStager.LinuxUi.Views;

/// <summary>What this track is, and how the mix is staged.</summary>
/// <remarks>[ui]</remarks>
internal static class HeaderView
{
    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    /// <param name="more">What is rarely set.</param>
    public static Element Of(EditorViewModel editor, MoreView more)
    {
        HeaderViewModel header = editor.Header;
        return new Face(new Beside(
            new Button("", () => header.IsFocal = !header.IsFocal)
            {
                Name = "focal", Tip = () => Definitions.Focal, Width = 32, Height = 28, Across = Place.Middle,
                SignState = () => header.IsFocal, Sign = (painter, at) => painter.Shape(StateShape.Star, at.X, at.Y, 16, header.IsFocal ? Palette.Focal : Palette.Unknown.Faded(0.55f)),
            },
            new EntryBox(() => header.TrackName, name => header.TrackName = name)
            {
                Name = "track name", Tip = () => Definitions.TrackName, Along = Length.RestWithin(84, 184), Height = 28, Across = Place.Middle, Margin = new Edges(6, 0, 0, 0), Padding = 12, Lettering = new Lettering(16, Weight.Medium),
            },
            new ChoiceOf<RoleChoice>(() => HeaderViewModel.Roles, () => header.Role, role => header.Role = role, role => role.Name)
            {
                Name = "role", Tip = () => Definitions.Role, Width = 112, Height = 28, Across = Place.Middle, Margin = new Edges(6, 0, 0, 0),
            },
            new ChoiceOf<FaderPlaceChoice>(() => header.FaderPlaces, () => header.FaderPlace, place => header.FaderPlace = place, place => place.Name)
            {
                Name = "where the fader is", Tip = () => Definitions.FaderPlace, Width = 108, Height = 28, Across = Place.Middle, Margin = new Edges(8, 0, 0, 0),
            },
            new Space { Along = Length.Rest, Margin = new Edges(0, 0, 8, 0) },
            Option.Group(Place.Middle, new Option("Levels", () => editor.Levels.IsShown, () => editor.Levels.ToggleCommand.Execute(null)) { Name = "levels", Tip = () => Definitions.Levels }),
            new Space { Width = 6 },
            Option.Group(
                Place.Middle,
                new Option("Top-down", () => header.IsTopDown, () => header.ChooseTopDownCommand.Execute(null)) { Name = "top-down", Tip = () => Definitions.TopDown },
                new Option("Bottom-up", () => header.IsBottomUp, () => header.ChooseBottomUpCommand.Execute(null)) { Name = "bottom-up", Tip = () => Definitions.BottomUp }),
            new Beside(Caption(() => editor.Profile.Caption), Profile(editor.Profile, "target profile", 96)) { Margin = new Edges(20, 0, 8, 0), ShownIn = room => !room.IsNarrow },
            new Beside(
                Caption(() => "mix"),
                new ChoiceOf<MixGroup>(() => HeaderViewModel.Groups, () => header.Group, group => header.Group = group, GroupName)
                {
                    Name = "mix group", Tip = () => Definitions.Group, Width = 50, Height = 28, Across = Place.Middle,
                })
            {
                Margin = new Edges(0, 0, 8, 0), MarginNarrow = new Edges(8, 0, 8, 0),
            },
            more.Opener))
        {
            Colour = Palette.Surface, BottomLine = Palette.Line, Padding = new Edges(12, 8, 12, 9), PaddingLow = new Edges(12, 5, 12, 6),
        };
    }

    /// <summary>The choice of the profile.</summary>
    public static Choice Profile(ProfileViewModel profile, string name, float width) =>
        new ChoiceOf<TargetProfile>(() => profile.Profiles, () => profile.Selected, chosen => profile.Selected = chosen, chosen => chosen.Name)
        {
            Name = name, Tip = () => Definitions.Profile, Width = width, Height = 28, Across = Place.Middle,
        };

    private static readonly ImmutableArray<string> GroupNames = [.. HeaderViewModel.Groups.Select(group => group.ToString())];

    private static string GroupName(MixGroup group) => GroupNames[HeaderViewModel.Groups.IndexOf(group)];

    private static Label Caption(Func<string> text) => new(text)
    {
        Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.Middle, Margin = new Edges(0, 0, 5, 0), ShownIn = room => room.IsWide,
    };
}
