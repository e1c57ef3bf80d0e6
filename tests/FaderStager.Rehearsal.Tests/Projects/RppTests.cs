using System.Text;
using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Projects.Reaper;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>REAPER's text format, in the spellings of all its versions.</summary>
public sealed class RppTests
{
    [TestCase("NAME Drums", "Drums")]
    [TestCase("NAME \"Drum Kit\"", "Drum Kit")]
    [TestCase("NAME 'The \"Kit\"'", "The \"Kit\"")]
    [TestCase("NAME `It's \"it\"`", "It's \"it\"")]
    [TestCase("NAME hel\"lo", "hel\"lo")]
    [TestCase("NAME <", "<")]
    [TestCase("NAME <>", "<>")]
    [TestCase("NAME \"\"", "")]
    [TestCase("NAME `a'b\"c'd`\n<NAME\n|a`b\"c'd\n>", "a`b\"c'd")]
    [TestCase("NAME Ünïcode", "Ünïcode")]
    [TestCase("", "")]
    public void Name_InAnyQuotes_IsRead(string lines, string name) => Assert.That(Tracks($"<TRACK\n{lines}\n>")[0].Name, Is.EqualTo(name));

    [TestCase("VOLPAN 1 0 -1 -1 1", 0)]
    [TestCase("VOLPAN 0.5", -6.0206)]
    [TestCase("VOLPAN 0", double.NegativeInfinity)]
    [TestCase("VOLPAN 2 0", 6.0206)]
    [TestCase("", 0)]
    [TestCase("VOLPAN loud", double.NaN)]
    [TestCase("VOLPAN -1", double.NaN)]
    public void Fader_IsRead(string line, double db) => Assert.That(Tracks($"<TRACK\n{line}\n>")[0].FaderDb, Is.EqualTo(db).Within(0.001));

    [Test]
    public void Folders_OfAnyDepth_AreFollowed()
    {
        // A > B > C, D > E; the depth falls by two behind C, and E stays open.
        int[] outputs = [.. Tracks("<TRACK\nISBUS 1 1\n>", "<TRACK\nISBUS 1 1\n>", "<TRACK\nISBUS 2 -2\n>", "<TRACK\nISBUS 1 1\n>", "<TRACK\nISBUS 2 -9\n>", "<TRACK\n>").Select(track => track.Output)];

        Assert.That(outputs, Is.EqualTo(new[] { -1, 0, 1, -1, 3, -1 }));
    }

    [Test]
    public void Sends_AreReadAtTheirReceiver()
    {
        ProjectTrack[] tracks = Tracks(
            "<TRACK\nAUXRECV 1 0 0.5 0 0 0 0 0 0 -1:U 0 -1 ''\nAUXRECV 1 3 0.25 0 0 0 1 0 0\nAUXRECV 1 0 1 0 1 0 0 0 0\nAUXRECV 1 0 1 0 0 0 0 -1 0\nAUXRECV 1 0 1 0 0 0 0 0 2\nAUXRECV 7 0 1\nAUXRECV x\n>",
            "<TRACK\nMAINSEND 0 0\n>");

        Assert.That(tracks[1].Output, Is.EqualTo(ProjectOutput.None));
        Assert.That(tracks[1].Sends, Is.EqualTo(new[] { new ProjectSend(0, StereoGain.Both(0.5), false), new ProjectSend(0, StereoGain.Both(-0.25), true) }));
    }

    [TestCase("BYPASS 0 0 0\n<VST \"VST3i: Synth (Maker)\" a.vst3\nYWJj\n>", "Synth")]
    [TestCase("BYPASS 1 0 0\n<VST \"VST: A\"\n>\nBYPASS 0 1 0\n<AU \"AU: B\"\n>\nBYPASS 0 0 0\n<JS utility/volume \"\"\n>", "utility/volume")]
    [TestCase("BYPASS 0 0 0\n<CONTAINER Container \"\"\nBYPASS 0 0 0\n<VST \"VST: Inner\"\n>\n>\nWAK 0 0", "Container")]
    [TestCase("SHOW 0", "")]
    public void PlugIns_ThatAreActive_AreNamed(string chain, string names) =>
        Assert.That(string.Join(',', Tracks($"<TRACK\n<FXCHAIN\n{chain}\n>\n>")[0].PlugIns), Is.EqualTo(names));

    [Test]
    public void PlugIns_OfAChainThatIsOff_AreNone() => Assert.That(Tracks("<TRACK\nFX 0\n<FXCHAIN\nBYPASS 0 0 0\n<VST \"VST: A\"\n>\n>\n>")[0].PlugIns, Is.Empty);

    [Test]
    public void Item_OfAnOldVersion_IsRead()
    {
        ProjectClip clip = Clip("POSITION 1.5\nLENGTH 2\nFADEIN 0 0.5 0\nFADEOUT 1.1 0.25 0\nMUTE 0\n<SOURCE WAVE\nFILE \"a b.wav\" 1\n>");

        Assert.That((clip.StartSeconds, clip.LengthSeconds, clip.Media.Path), Is.EqualTo((1.5, 2.0, "a b.wav")));
        Assert.That(clip.Fades, Is.EqualTo(new[] { new ClipFade(1.5, 2, FadeShape.Linear), new ClipFade(3.5, 3.25, FadeShape.FastStart) }));
    }

    [Test]
    public void Item_WithTakes_PlaysTheOneThatIsSelected()
    {
        const string Takes = "VOLPAN 0.5 0 2 -1\n<SOURCE WAVE\nFILE one.wav\n>\nTAKE\nTAKEVOLPAN 0 -3 -1\nSOFFS 2\n<SOURCE WAVE\nFILE two.wav\n>\nTAKE NULL\n";

        Assert.That(Clip("LENGTH 2\n" + Takes).Media.Path, Is.EqualTo("one.wav"));
        ProjectClip second = Clip("LENGTH 2\n" + Takes.Replace("TAKE\n", "TAKE SEL\n", StringComparison.Ordinal));
        Assert.That((second.Media.Path, second.OffsetSeconds, second.Gain), Is.EqualTo(("two.wav", 2.0, StereoGain.Both(-1.5))));
        Assert.That(Tracks($"<TRACK\n<ITEM\nLENGTH 2\nALLTAKES 1\n{Takes}>\n>")[0].Clips, Has.Length.EqualTo(2));
        Assert.That(Tracks($"<TRACK\n<ITEM\nLENGTH 2\n{Takes.Replace("TAKE NULL", "TAKE NULL SEL", StringComparison.Ordinal)}>\n>")[0].Clips, Is.Empty);
    }

    [Test]
    public void Section_IsTheOffsetAndTheLoop()
    {
        ProjectClip clip = Clip("LENGTH 9\nLOOP 1\nSOFFS 1\n<SOURCE SECTION\nLENGTH 4\nSTARTPOS 10\n<SOURCE FLAC\nFILE a.flac\n>\n>");

        Assert.That((clip.OffsetSeconds, clip.Loop), Is.EqualTo((11.0, new ClipLoop(10, 4))));
        Assert.That(Clip("LENGTH 9\nSOFFS 1\n<SOURCE SECTION\nLENGTH 4\nSTARTPOS 10\n<SOURCE FLAC\nFILE a.flac\n>\n>").LengthSeconds, Is.EqualTo(3));
    }

    [TestCase("PLAYRATE 1.5 1 0\n<SOURCE WAVE\nFILE a\n>", "1 clip is stretched and is played with its pitch changed")]
    [TestCase("PLAYRATE 1 1 -2\n<SOURCE WAVE\nFILE a\n>", "1 clip is shifted in pitch and is played as recorded")]
    [TestCase("SM 0 0 + 1 2\n<SOURCE WAVE\nFILE a\n>", "1 clip has stretch markers, which are not followed")]
    [TestCase("<SOURCE MIDI\nE 0 90 3c 60\n>", "1 clip is MIDI and is left out")]
    [TestCase("<SOURCE RPP_PROJECT\nFILE a.rpp\n>", "1 clip is a project of its own and is left out")]
    [TestCase("<SOURCE _OFFLINE_WAVE\nFILE a\n>", "1 clip is set offline and is left out")]
    [TestCase("<SOURCE SECTION\nMODE 3\n<SOURCE WAVE\nFILE a\n>\n>", "1 clip is reversed and is played forwards")]
    [TestCase("<SOURCE WAVE\nFILE a\n>\n<TAKEFX\nBYPASS 0 0 0\n<VST \"VST: A\"\n>\n>", "1 clip has plug-ins of its own that are not heard here")]
    [TestCase("<SOURCE WAVE\nFILE a\n>\n<VOLENV\nACT 1 -1\nPT 0 1 0\nPT 1 0.5 0\n>", "1 clip has a volume envelope that is not followed")]
    [TestCase("<SOURCE WAVE\nFILE a\n>\n<VOLENV\nACT 0 -1\nPT 0 1 0\nPT 1 0.5 0\n>", "")]
    [TestCase("CHANMODE 67\n<SOURCE WAVE\nFILE a\n>", "1 clip plays a pair of channels of a surround file, of which the first two are heard")]
    [TestCase("CHANMODE 9\n<SOURCE WAVE\nFILE a\n>", "")]
    public void Item_ThatCannotBePlayedRightly_IsSaid(string lines, string note) =>
        Assert.That(string.Join(';', Tracks($"<TRACK\n<ITEM\nLENGTH 2\n{lines}\n>\n>")[0].Notes), Is.EqualTo(note));

    [TestCase("<VOLENV2\nACT 1 -1\nPT 0 0.5 0\n>", "its volume is automated; the fader is taken as it stands")]
    [TestCase("<VOLENV2\nACT 1 -1\nPT 0 1 0\nPT 5 1 0\n>", "")]
    [TestCase("<VOLENV2\nACT 1 -1\nPOOLEDENVINST 1 0 4\n>", "its volume is automated; the fader is taken as it stands")]
    [TestCase("<MUTEENV\nACT 1 -1\nPT 0 0 1\n>", "its mute is automated, which is not followed")]
    [TestCase("PANMODE 5\nVOLPAN 1 0 -1 -1 0.5", "its width or dual pan is not played")]
    [TestCase("PANMODE 5\nVOLPAN 1 0.2 -1 -1 1", "")]
    [TestCase("PLAYOFFS 0.01 0", "its playback offset is not followed")]
    [TestCase("PLAYOFFS 0 1", "")]
    public void Track_ThatCannotBePlayedRightly_IsSaid(string lines, string note) =>
        Assert.That(string.Join(';', Tracks($"<TRACK\n{lines}\n>")[0].Notes), Is.EqualTo(note));

    [Test]
    public void Lanes_ThatDoNotPlay_AreLeftOutAndSaid()
    {
        const string Items = "<ITEM\nLENGTH 2\nYPOS 0 0.5 2\n<SOURCE WAVE\nFILE a\n>\n>\n<ITEM\nLENGTH 2\nYPOS 0.5 0.5 2\n<SOURCE WAVE\nFILE b\n>\n>\n";

        ProjectTrack track = Tracks($"<TRACK\nFREEMODE 2\nLANESOLO 2 0\n{Items}>")[0];

        Assert.That(track.Clips.Single().Media.Path, Is.EqualTo("b"));
        Assert.That(track.Notes, Is.EqualTo(new[] { "1 clip lies in a lane that does not play and is left out" }));
    }

    [Test]
    public void Items_ThatOverlapWithoutACrossfade_AreSaid()
    {
        const string Item = "<ITEM\nPOSITION {0}\nLENGTH 2\n{1}<SOURCE WAVE\nFILE a\n>\n>\n";
        string plain = string.Format(null, Item, 0, "") + string.Format(null, Item, 1.5, "");
        string crossfaded = string.Format(null, Item, 0, "FADEOUT 1 0 0.5\n") + string.Format(null, Item, 1.5, "FADEIN 1 0 0.5\n");

        Assert.That(Tracks($"<TRACK\n{plain}>")[0].Notes, Has.Length.EqualTo(1));
        Assert.That(Tracks($"<TRACK\n{crossfaded}>")[0].Notes, Is.Empty);
    }

    [TestCase("7.40/win64", 0xFF4DAB)]
    [TestCase("7.40/macOS-arm64", 0xAB4DFF)]
    public void Colour_IsInTheOrderOfItsSystem(string version, int colour) =>
        Assert.That(Read($"<REAPER_PROJECT 0.1 \"{version}\" 1\n<TRACK\nPEAKCOL {0x1AB4DFF}\n>\n>").Tracks[0].Colour, Is.EqualTo(colour));

    [Test]
    public void Markers_AndRegions_AreRead()
    {
        ProjectSession session = Read("<REAPER_PROJECT 0.1\nMARKER 1 4 \"\" 1 0 1 R\nMARKER 3 3.75 \"A Loop\" 1 0 1 R {x}\nMARKER 3 45 \"\" 1\nMARKER 2 8 Solo\n<TRACK\n>\n>");

        Assert.That(session.Markers, Is.EqualTo(new[] { new ProjectMarker("A Loop", 3.75, 45), new ProjectMarker("Solo", 8) }));
    }

    [Test]
    public void PanLaw_OfTheProjectAndTheTrack_GivesTheGainInTheMiddle()
    {
        ProjectSession session = Read("<REAPER_PROJECT 0.1\nPANLAW 0.5\n<TRACK\nVOLPAN 1 0 -1\n>\n<TRACK\nVOLPAN 1 0 1\n>\n<TRACK\nVOLPAN 1 1 0.70710678\n>\n>");

        Assert.That(session.Tracks[0].PanGain.Left, Is.EqualTo(0.5).Within(1e-6));
        Assert.That(session.Tracks[1].PanGain, Is.EqualTo(StereoGain.Unity));
        Assert.That((session.Tracks[2].PanGain.Left, session.Tracks[2].PanGain.Right), Is.EqualTo((0.0, 1.0)).Using<(double Left, double Right)>((a, b) => Math.Abs(a.Left - b.Left) + Math.Abs(a.Right - b.Right) < 1e-6));
    }

    private static ProjectClip Clip(string lines) => Tracks($"<TRACK\n<ITEM\n{lines}\n>\n>")[0].Clips.Single();

    private static ProjectTrack[] Tracks(params string[] tracks) => [.. Read($"<REAPER_PROJECT 0.1 \"7.40/linux\" 1\n{string.Join('\n', tracks)}\n>").Tracks];

    private static ProjectSession Read(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return ReaperReader.Read(stream, "song.rpp").Session;
    }
}
