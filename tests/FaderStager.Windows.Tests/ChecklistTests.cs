using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Windows.Tests;

/// <summary>The list of what is to be set in the DAW, as a person works through it.</summary>
public sealed class ChecklistTests
{
    [Test]
    public void HandOver_ThenOneByOne_CountsWhatWasConfirmed() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance guitar = mix["Rhythm Guitar"];
        using OpenEditor editor = new(mix, guitar);
        editor.Press("apply all");
        editor.Press("apply all");
        double staged = guitar.FaderDb;
        editor.Press("settings and export");
        editor.Press("hand the staging over to the DAW's faders");
        editor.Press("settings and export");
        editor.Follow();
        int waiting = editor.Model.Checklist.Lines.Count;
        double untilThen = guitar.FaderDb;
        Screens.Save(editor.Root, "checklist");
        editor.Press("Rhythm Guitar is set in the DAW");
        double confirmed = guitar.FaderDb;
        editor.Follow();
        editor.Press("all are set in the DAW");
        editor.Follow();
        Assert.Multiple(() =>
        {
            Assert.That(guitar.FaderPlace, Is.EqualTo(FaderPlace.DawFader));
            Assert.That(waiting, Is.GreaterThan(5));
            Assert.That((untilThen, confirmed), Is.EqualTo((0.0, staged)));
            Assert.That(editor.Model.Checklist.IsVisible, Is.False);
            Assert.That(mix.Tracks.Select(track => track.PendingFaderDb), Is.All.NaN);
        });
    });
}
