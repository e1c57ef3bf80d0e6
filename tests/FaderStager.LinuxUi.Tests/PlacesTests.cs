using System.Text.Json;
using FaderStager.LinuxUi.Controls;
using FaderStager.Presentation.FirstRun;

namespace FaderStager.LinuxUi.Tests;

/// <summary>The places at which the session in Ardour clicks, which sees no names: where the editor moves a control, its place must move too.</summary>
public sealed class PlacesTests
{
    [Test]
    public void PlacesOfTheSessionInArdour_HoldWhatTheyAreNamedFor()
    {
        Dictionary<string, float[]> places = JsonSerializer.Deserialize<Dictionary<string, float[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "places.json")))!;
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"], person: new PersonSettings(""));
        string[] first = ["focal", "got it", "undo", "apply all", "do the next step", "fader position", "bottom-up"];
        Assert.Multiple(() =>
        {
            Assert.That(places.Keys, Is.EquivalentTo((string[])[.. first, "all faders down"]));
            foreach (string name in first)
            {
                Assert.That(NameAt(editor, places[name]), Is.EqualTo(name));
            }
        });

        // As that session goes: the lines of the first run leave, and bottom-up comes.
        editor.ClickAt(places["got it"][0], places["got it"][1]);
        editor.ClickAt(places["bottom-up"][0], places["bottom-up"][1]);
        Assert.Multiple(() =>
        {
            Assert.That(editor.Has("got it"), Is.False);
            foreach (string name in (string[])["all faders down", "do the next step", "fader position", "undo"])
            {
                Assert.That(NameAt(editor, places[name]), Is.EqualTo(name));
            }
        });
    }

    private static string? NameAt(DrawnEditor editor, float[] place) =>
        editor.All.LastOrDefault(element => element.Name.Length > 0 && element.Bounds.Contains(place[0], place[1]))?.Name;
}
