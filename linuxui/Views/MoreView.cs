using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Approaches;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.Texts;
using SkiaSharp;

namespace FaderStager.LinuxUi.Views;

/// <summary>What a person sets rarely, behind one button: settings of the mix, export, reset, and what FaderStager is and sees.</summary>
/// <remarks>[ui]</remarks>
internal sealed class MoreView : Element
{
    private const float PanelWidth = 352;
    private const float BelowOpener = 6;

    private readonly EditorViewModel _editor;
    private readonly Element _panel;
    private bool _isOpen;

    public MoreView(EditorViewModel editor)
    {
        _editor = editor;
        Opener = new Button("", Toggle)
        {
            Name = "settings and export", Tip = () => "Settings of the mix, export, reset.", Width = 32, Height = 28, Across = Place.Middle, Padding = 0, SignState = () => _isOpen, Sign = DrawDots,
        };
        _panel = new Face(new Scroll(new Below(
            Option.Group(
                Place.Start,
                new Option("Settings", () => !editor.About.IsShown, () => editor.About.IsShown = false) { Name = "settings", Tip = () => "Settings of the mix, export, reset." },
                new Option("About", () => editor.About.IsShown, () => editor.About.IsShown = true) { Name = "about FaderStager", Tip = () => Definitions.About }),
            Settings(editor),
            About(editor))
        {
            Margin = default,
        }))
        {
            Colour = Palette.Surface, Edge = Palette.Edge, Padding = new Edges(15, 11), ShownWhen = () => _isOpen,
        };
        Adopt(_panel);
    }

    /// <summary>What opens and closes it.</summary>
    public Button Opener { get; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Opens it, or closes it.</summary>
    public void Toggle()
    {
        _isOpen = !_isOpen;
        if (Scene is { } scene)
        {
            scene.TabRoom = _isOpen ? _panel : null;
            if (!_isOpen && scene.Keyboard?.IsIn(_panel) == true)
            {
                scene.TakeKeyboard(Opener);
            }
        }

        if (!_isOpen)
        {
            _editor.About.IsShown = false;
        }
    }

    /// <summary>Closes it where the mouse was pressed elsewhere.</summary>
    public void OnPressed(Element? hit)
    {
        if (_isOpen && !ReferenceEquals(hit, Opener) && !ReferenceEquals(hit, _panel) && hit?.IsIn(_panel) != true && !ReferenceEquals(hit, Scene?.List))
        {
            Toggle();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Beside the panel the mouse goes through it.</remarks>
    public override Element? At(float x, float y) => _panel.At(x, y);

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        float right = Opener.Bounds.Right;
        float top = Opener.Bounds.Bottom + BelowOpener;
        float left = Math.Max(bounds.Left + 8, right - PanelWidth);
        float height = Math.Min(_panel.Measured(right - left).Height, bounds.Bottom - top - 8);
        _panel.Arrange(new SKRect(left, top, right, top + height));
    }

    private static void DrawDots(Painter painter, SKPoint at)
    {
        for (int dot = -1; dot <= 1; dot++)
        {
            painter.Circle(at.X + (dot * 7), at.Y, 2, Palette.Text);
        }
    }

    private static Below Settings(EditorViewModel editor)
    {
        HeaderViewModel header = editor.Header;
        ProfileViewModel profile = editor.Profile;
        MixSettingsViewModel settings = editor.Settings;
        TopDownViewModel topDown = editor.TopDown;
        PicturesViewModel pictures = editor.Mix.Pictures;
        return new Below(
            Head("This track"),
            new Beside(
                new Toggle("counts in the mix", () => header.InMix, isIn => header.InMix = isIn) { Name = "this track counts in the mix", Tip = () => Definitions.InMix },
                new Space { Along = Length.Rest },
                new Toggle("bypass the plug-in fader", () => header.IsBypassed, isBypassed => header.IsBypassed = isBypassed) { Name = "bypass the plug-in fader", Tip = () => Definitions.Bypass }) { Margin = new Edges(0, 4) },
            Head("The mix"),
            Line("profile", HeaderView.Profile(profile, "profile of the mix", 170)),
            new Label(() => profile.SourceText) { Lines = 2, Tip = () => profile.SourceText, Lettering = Lettering.Small, Colour = Palette.Faint, Margin = new Edges(0, 0, 0, 3) },
            new Label(() => profile.WarningText) { Wraps = true, Lettering = Lettering.Small, Colour = Palette.TooLoud, Margin = new Edges(0, 0, 0, 3), ShownWhen = () => profile.WarningText.Length > 0 },
            Line("lead forward", Box(() => settings.ForwardText, typed => settings.ForwardText = typed, "lead forward in LU", Definitions.ForwardSetting)),
            Line(
                "this balance as",
                new EntryBox(() => profile.Saving.NameText, typed => profile.Saving.NameText = typed) { Name = "name of the profile to save", Tip = () => Definitions.SaveProfile, Width = 140, Height = 28, Padding = 12, Margin = new Edges(0, 0, 6, 0) },
                new Button(() => profile.Saving.SaveLabel, () => profile.Saving.SaveCommand.Execute(null)) { Name = "save this balance as a profile", Tip = () => Definitions.SaveProfile, Width = 72, Height = 28 }),
            new Label(() => profile.Saving.SavedText) { Wraps = true, Lettering = Lettering.Small, Colour = Palette.Quiet, Margin = new Edges(0, 0, 0, 3), ShownWhen = () => profile.Saving.SavedText.Length > 0 },
            Line("top-down starts at", new ChoiceOf<StartChoice>(() => topDown.Starts, () => topDown.Start, start => topDown.Start = start, start => start.Name) { Name = "uniform start", Tip = () => Definitions.Start, Width = 170, Height = 28 }),
            new Beside(
                new Toggle("own tolerance", () => settings.HasOwnTolerance, isOwn => settings.HasOwnTolerance = isOwn) { Name = "own tolerance for every role", Tip = () => Definitions.Tolerance },
                new Space { Along = Length.Rest },
                Box(() => settings.ToleranceText, typed => settings.ToleranceText = typed, "tolerance in LU", Definitions.Tolerance, () => settings.HasOwnTolerance)) { Margin = new Edges(0, 3) },
            Line("top of the faders", Box(() => settings.FaderTopText, typed => settings.FaderTopText = typed, "top of the faders in dB", Definitions.FaderTop)),
            Line(
                "focal's anchor",
                new ChoiceOf<string>(() => MixSettingsViewModel.AnchorKinds, () => MixSettingsViewModel.AnchorKinds[settings.AnchorKindIndex], kind => settings.AnchorKindIndex = MixSettingsViewModel.AnchorKinds.IndexOf(kind), kind => kind)
                {
                    Name = "kind of anchor", Tip = () => Definitions.Anchor, Width = 124, Height = 28, Margin = new Edges(0, 0, 6, 0),
                },
                Box(() => settings.AnchorText, typed => settings.AnchorText = typed, "anchor level", Definitions.Anchor)),
            Line("weighting", new ChoiceOf<string>(() => MixSettingsViewModel.Weightings, () => MixSettingsViewModel.Weightings[settings.WeightingIndex], weighting => settings.WeightingIndex = MixSettingsViewModel.Weightings.IndexOf(weighting), weighting => weighting)
            {
                Name = "weighting", Tip = () => Definitions.Weighting, Width = 208, Height = 28,
            }),
            new Beside(
                new Toggle("A and B equally loud", () => pictures.IsMatching, isOn => pictures.IsMatching = isOn) { Name = "fader pictures equally loud", Tip = () => Definitions.EquallyLoud },
                new Space { Along = Length.Rest },
                new Button(() => pictures.BlindLabel, () => pictures.BlindCommand.Execute(null)) { Name = "compare the fader pictures blind", Tip = () => Definitions.Blind, TextSize = Lettering.Small.Size, Padding = 6, Height = 20 }) { Margin = new Edges(0, 3) },
            new Flow(
                Command("Hand over to the DAW", () => editor.Checklist.HandOverCommand.Execute(null), "hand the staging over to the DAW's faders", Definitions.HandOver, () => editor.Checklist.HandOverCommand.CanExecute(null)),
                Command("Export CSV", () => editor.Export.ExportCsvCommand.Execute(null), "export as CSV", Definitions.Export),
                Command("Export HTML", () => editor.Export.ExportHtmlCommand.Execute(null), "export as HTML", Definitions.Export),
                Command("Read profiles", () => profile.ReloadCommand.Execute(null), "read the profiles again", Definitions.ReadProfiles),
                Command("Reset order", () => editor.Mix.ResetOrderCommand.Execute(null), "reset the order", "Gives the order of work back to the roles."),
                Command("Reset measurements", () => editor.Mix.ResetMeasurementsCommand.Execute(null), "reset the measurements", Definitions.Reset))
            {
                Margin = new Edges(0, 10, 0, 0),
            })
        {
            ShownWhen = () => !editor.About.IsShown,
        };
    }

    private static Below About(EditorViewModel editor) => new(
        new Label(() => editor.About.Text) { Wraps = true, LineGap = 4, Margin = new Edges(0, 6, 0, 10) },
        new Flow(
            Command("Copy", () => editor.About.CopyCommand.Execute(null), "copy what FaderStager sees", Definitions.CopyAbout),
            Command("Profile folder", () => editor.About.OpenProfilesCommand.Execute(null), "open the folder of profiles", Definitions.ProfileFolder),
            Command("Log folder", () => editor.About.OpenLogCommand.Execute(null), "open the folder of the log", Definitions.LogFolder)))
    {
        ShownWhen = () => editor.About.IsShown,
    };

    private static Label Head(string text) => new(text) { Lettering = Lettering.Text with { Weight = Weight.Medium }, Margin = new Edges(0, 8, 0, 2) };

    private static Beside Line(string name, params IEnumerable<Element> controls) =>
        new([new Label(name) { Colour = Palette.Quiet, Across = Place.Middle, Along = Length.Rest }, .. controls]) { Margin = new Edges(0, 3) };

    private static EntryBox Box(Func<string> shown, Action<string> take, string name, string tip, Func<bool>? isEnabled = null) =>
        new(shown, take) { Name = name, Tip = () => tip, Width = 92, Height = 28, Padding = 12, EnabledWhen = isEnabled };

    private static Button Command(string text, Action act, string name, string tip, Func<bool>? isEnabled = null) =>
        new(text, act) { Name = name, Tip = () => tip, Margin = new Edges(0, 0, 6, 6), EnabledWhen = isEnabled };
}
