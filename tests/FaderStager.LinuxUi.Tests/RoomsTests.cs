using FaderStager.LinuxUi;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Reports;
using FaderStager.Tests.Rooms;

namespace FaderStager.LinuxUi.Tests;

/// <summary>The drawn editor as it was built: it stands on the view models, nothing below stands on it, and its folders run one way.</summary>
public sealed class RoomsTests
{
    private static readonly string Drawn = typeof(EditorWindow).Assembly.Location;

    private static readonly string[] Below = [typeof(TrackInstance).Assembly.Location, typeof(Narrator).Assembly.Location, typeof(EditorViewModel).Assembly.Location];

    private static readonly string[] Shells = ["FaderStager.LinuxUi", "FaderStager.WpfUi", "FaderStager.Vst3", "FaderStager", "FaderStager.Rehearsal"];

    [Test]
    public void Editor_References_AreWhatItDraws() =>
        Assert.That(Room.ReferencesOf(Drawn), Does.Contain("FaderStager.Presentation").And.None.AnyOf([.. Shells]));

    [TestCaseSource(nameof(Below))]
    public void Rooms_Below_DoNotKnowTheEditor(string assembly) => Assert.That(Room.ReferencesOf(assembly), Has.None.AnyOf([.. Shells]));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(Room.CircleIn(Drawn), Is.Null);
}
