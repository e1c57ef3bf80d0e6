using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Projects.Playing;

namespace FaderStager.Rehearsal.Tests.Projects;

public sealed class SignalPathsTests
{
    [Test]
    public void Folders_WithinFolders_MultiplyTheirGains()
    {
        SignalPaths paths = Of(Track("A", -6), Track("B", -4) with { Output = 0, IsInverted = true }, Track("C", -20) with { Output = 1 });

        Assert.That(paths.Heard(2).Left, Is.EqualTo(-Math.Pow(10, -10 / 20.0)).Within(1e-9));
    }

    [Test]
    public void Folder_Muted_SilencesItsTracksAndIsNamed()
    {
        SignalPaths paths = Of(Track("A", 0) with { IsMuted = true }, Track("B", 0) with { Output = 0 }, Track("C", 0) with { Output = 1 });

        Assert.That(paths.Heard(2).IsSilence);
        Assert.That(paths.Silencer(2), Is.Zero);
    }

    [Test]
    public void Send_ToABusWithoutPlugIns_AddsToTheTrack()
    {
        SignalPaths paths = Of(Track("A", -3) with { Sends = [new ProjectSend(1, StereoGain.Both(0.5), false)] }, Track("Bus", -20 * Math.Log10(2)));

        Assert.That(paths.Heard(0).Left, Is.EqualTo(1.25).Within(1e-9));
    }

    [Test]
    public void Send_ToAReturnWithPlugIns_OrBeforeTheFader_IsNotFollowed()
    {
        SignalPaths paths = Of(
            Track("A", 0) with { Sends = [new ProjectSend(1, StereoGain.Unity, false), new ProjectSend(2, StereoGain.Unity, true)] },
            Track("Reverb", 0) with { PlugIns = ["Hall"] },
            Track("Cue", 0));

        Assert.That(paths.Heard(0), Is.EqualTo(StereoGain.Unity));
    }

    [Test]
    public void Send_ThatIsTheOnlyWayOut_IsFollowedThroughPlugIns()
    {
        SignalPaths paths = Of(
            Track("A", 0) with { Output = ProjectOutput.None, Sends = [new ProjectSend(1, StereoGain.Both(0.5), false)] },
            Track("Bus", 0) with { PlugIns = ["Compressor"] });

        Assert.That(paths.Heard(0).Left, Is.EqualTo(0.5));
    }

    [Test]
    public void Way_BackIntoItself_IsNotFollowed()
    {
        SignalPaths paths = Of(
            Track("A", 0) with { Output = 1 },
            Track("B", 0) with { Output = 0 },
            Track("C", 0) with { Sends = [new ProjectSend(3, StereoGain.Unity, false)] },
            Track("D", 0) with { Sends = [new ProjectSend(2, StereoGain.Unity, false)] });

        Assert.That(paths.Loops, Is.Not.Empty);
        Assert.That(paths.Heard(2).Left, Is.EqualTo(2));
    }

    [Test]
    public void Folders_TwoThousandDeep_AreFollowed()
    {
        SignalPaths paths = Of([.. Enumerable.Range(0, 2_000).Select(index => Track($"{index}", 0) with { Output = index - 1 })]);

        Assert.That(paths.Heard(1_999), Is.EqualTo(StereoGain.Unity));
    }

    private static ProjectTrack Track(string name, double faderDb) => new() { Name = name, FaderDb = faderDb };

    private static SignalPaths Of(params ProjectTrack[] tracks) => new(new ProjectSession { File = "song", Application = "", FaderTopDb = 12, Tracks = [.. tracks] });
}
