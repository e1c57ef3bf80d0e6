using System.Runtime.CompilerServices;
using System.Text;
using FaderStager.Engine.Tests;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Processes;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Tests;

public sealed class EditorViewModelTests
{
    [Test]
    public void Notice_OfATrackThatCameFromAnotherMix_SaysWhoseSettingsCount()
    {
        byte[] electronic;
        using (Session other = new())
        {
            TrackInstance synth = other.Add("Synth");
            other.Mix.Edit(settings => settings with { ProfileName = "electronic" });
            electronic = synth.SaveState();
        }

        using EditorRig rig = new();
        TrackInstance pasted = new(rig.Session.Coordinator);
        rig.Session.Add("Bass");
        pasted.LoadState(electronic);
        Session.Prepare(pasted);
        rig.Open(pasted);

        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("This track came with another mix's settings (profile electronic) and takes this mix's. Two projects open at once need a mix group each."));
        rig.Pass(NoticeViewModel.LongShownMs + 50);
        Assert.That(rig.Editor.Notice.IsVisible, Is.False, "once");
    }

    [Test]
    public void Notice_WhenTheHostGivesBytesThatAreNoState_SaysThatNothingChanged()
    {
        using EditorRig rig = new();
        TrackInstance bass = rig.Session.Add("Bass");
        rig.Open(bass);
        bass.LoadState("{\"format\":1,\"fad"u8);
        rig.Pass(50);

        NoticeViewModel notice = rig.Editor.Notice;
        Assert.That(notice.Text, Is.EqualTo("The saved state is damaged (16 bytes, no readable JSON): FaderStager keeps what it has."));
        Assert.That((notice.IsVisible, notice.IsRefusal), Is.EqualTo((true, true)));
    }

    [Test]
    public void EmptyState_AloneInItsMix_SaysWhereTheOthersAre()
    {
        using EditorRig rig = EditorRig.Of(("Kick", -20), ("Snare", -20), ("Bass", -20));
        rig.Open(rig.Session.Add("Stray", -20));
        rig.Editor.Header.Group = MixGroup.B;
        rig.Pass(500);

        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("3 tracks are in mix A, this one is alone in B"));

        rig.Editor.Header.Group = MixGroup.A;
        rig.Pass(500);
        Assert.That(rig.Editor.EmptyState.OtherMixesText, Is.Empty);
    }

    [Test]
    public void EmptyState_FromTheFirstInsertToTheFirstSound_TeachesEachStep()
    {
        using EditorRig rig = new();
        TrackInstance vocal = new(rig.Session.Coordinator) { Name = "Vocal" };
        rig.Open(vocal);
        Assert.That(rig.Editor.EmptyState.Kind, Is.EqualTo(EmptyStateKind.NotStarted));

        Session.Prepare(vocal);
        rig.Pass(300);
        Assert.That(rig.Editor.EmptyState.Text, Is.EqualTo("FaderStager sees only this track: insert it on the others; hosts that sandbox plug-ins isolate them."));

        rig.Session.Add("Bass");
        rig.Pass(300);
        Assert.That((rig.Editor.EmptyState.Kind, rig.Editor.EmptyState.CanFlag), Is.EqualTo((EmptyStateKind.NoFocal, true)));
        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("Flag the element the mix is built around"));

        rig.Editor.EmptyState.FlagThisTrackCommand.Execute(null);
        rig.Pass(300);
        Assert.That(vocal.IsFocal, Is.True);
        Assert.That(rig.Editor.EmptyState.Title, Is.EqualTo("Press play"));

        rig.Play(4);
        Assert.That((rig.Editor.EmptyState.Kind, rig.Editor.EmptyState.IsVisible), Is.EqualTo((EmptyStateKind.None, false)));
    }

    [TestCase("Bass")]
    [TestCase("Lead Vocal")]
    [TestCase("Mix Bus")]
    public void EmptyState_OneLeadVocal_IsOfferedFromEveryEditor(string opened)
    {
        using EditorRig rig = new();
        TrackInstance[] tracks = [rig.Session.Add("Bass"), rig.Session.Add("Lead Vocal"), rig.Session.Add("BV 1"), rig.Session.Add("Mix Bus")];
        rig.Open(tracks.Single(track => track.Name == opened)).Pass(500);
        EmptyStateViewModel empty = rig.Editor.EmptyState;
        Assert.That((empty.FlagOffer, empty.ShowsFlagThisTrack, empty.FlagOfferedCommand.CanExecute(null)), Is.EqualTo(("Flag \"Lead Vocal\"", false, true)));
        Assert.That(tracks.Any(track => track.IsFocal), Is.False, "nothing is flagged by itself");

        empty.FlagOfferedCommand.Execute(null);
        rig.Pass(500);

        Assert.That(tracks.Where(track => track.IsFocal).Select(track => track.Name), Is.EqualTo((List<string>)["Lead Vocal"]));
        Assert.That((empty.FlagOffer, empty.FlagOfferedCommand.CanExecute(null)), Is.EqualTo(("", false)));
    }

    [Test]
    public void EmptyState_TwoLeadVocalsOrNone_AreNotOffered()
    {
        using EditorRig rig = new();
        TrackInstance bass = rig.Session.Add("Bass");
        TrackInstance keys = rig.Session.Add("Keys");
        rig.Open(bass).Pass(500);
        EmptyStateViewModel empty = rig.Editor.EmptyState;
        Assert.That((empty.Kind, empty.FlagOffer, empty.ShowsFlagThisTrack), Is.EqualTo((EmptyStateKind.NoFocal, "", true)), "none");

        keys.Role = Role.LeadVocal;
        rig.Pass(500);
        Assert.That(empty.FlagOffer, Is.EqualTo("Flag \"Keys\""), "chosen by a person");

        _ = rig.Session.Add("Lead Vox");
        rig.Pass(500);
        Assert.That((empty.FlagOffer, empty.ShowsFlagThisTrack), Is.EqualTo(("", true)), "two");

        keys.InMix = false;
        rig.Pass(500);
        Assert.That(empty.FlagOffer, Is.EqualTo("Flag \"Lead Vox\""), "the other is out of the mix");

        rig.Elsewhere = new InstancesElsewhere(2, 1, HasFocal: true);
        rig.Pass(500);
        Assert.That(empty.FlagOffer, Is.Empty, "another process holds the focal");
    }

    [Test]
    public void EmptyState_SongPlaysInSilence_SaysThatNothingWasHeard()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Vocal", double.NegativeInfinity);
        rig.Session.Add("Bass", double.NegativeInfinity);
        vocal.IsFocal = true;
        rig.Open(vocal).Play(2);

        Assert.That(rig.Editor.EmptyState.Kind, Is.EqualTo(EmptyStateKind.NothingHeard));
        Assert.That(rig.Editor.IsRolling, Is.True);
    }

    [Test]
    public void Footer_TwelveTracks_SaysWhatIsMeasuredAndWhere()
    {
        using EditorRig rig = new();
        TrackInstance[] tracks = [.. Enumerable.Range(0, 12).Select(i => rig.Session.Add($"Keys {i}"))];
        rig.Open(tracks[0]).Play(1);
        Assert.That(rig.Editor.FooterText, Is.EqualTo("12 tracks · plug-in fader (DAW faders at 0) · host REAPER · only this process"));

        rig.Editor.Header.FaderPlace = FaderPlaceChoice.All[2];
        rig.Pass(1500);
        Assert.That(rig.Editor.FooterText, Does.StartWith("12 tracks · post-fader (moves from where the DAW fader is) · ").And.EndsWith(" · stopped: figures are of the song heard so far"));
    }

    [Test]
    public void Header_PersonsEdits_ReachTrackHostAndMix()
    {
        using EditorRig rig = new();
        FakeHost host = new();
        TrackInstance track = rig.Session.Add("Audio 1", host: host);
        rig.Open(track);
        HeaderViewModel header = rig.Editor.Header;
        header.TrackName = "Lead Vox";
        header.IsFocal = true;
        header.FaderPlace = FaderPlaceChoice.All[1];
        header.IsBottomUp = true;
        header.IsBypassed = true;
        header.InMix = false;
        header.Role = null!;
        rig.Pass(300);

        Assert.That((track.Name, track.Role, track.IsFocal, track.FaderPlace, track.InMix), Is.EqualTo(("Lead Vox", Role.LeadVocal, true, FaderPlace.DawFader, false)));
        Assert.That(header.Role.Name, Is.EqualTo("lead vocal"));
        Assert.That(rig.Mix.Settings.Approach, Is.EqualTo(ApproachKind.BottomUp));
        Assert.That(host.Calls, Has.Some.EqualTo("perform Focal focal").And.Some.EqualTo("perform Bypass on"));
        host.Forget();
        header.IsFocal = true;
        header.Role = RoleChoice.Of(Role.LeadVocal);
        Assert.That(host.Calls, Is.Empty, "what is so already is no edit");
    }

    [Test]
    public void Header_ChangedElsewhere_TellsTheView()
    {
        using EditorRig rig = new();
        TrackInstance track = rig.Session.Add("Audio 1");
        rig.Open(track).Pass(300);
        int told = 0;
        rig.Editor.Header.PropertyChanged += (_, _) => told++;
        rig.Pass(600);
        Assert.That(told, Is.Zero);

        track.HostName = "Bass DI";
        track.SetFromHost(ParameterId.Focal, 1);
        rig.Pass(300);

        Assert.That(told, Is.EqualTo(1));
        Assert.That((rig.Editor.Header.TrackName, rig.Editor.Header.HasHostName), Is.EqualTo(("Audio 1", true)), "the person's name stands before the host's");
        rig.Editor.Header.TrackName = "";
        Assert.That(rig.Editor.Header.TrackName, Is.EqualTo("Bass DI"));
    }

    [Test]
    public void Profile_Chosen_ChangesTheTargetsOfTheMix()
    {
        using EditorRig rig = new();
        rig.Session.Add("Vocal").IsFocal = true;
        rig.Open(rig.Session.Add("Kick")).Play(4);
        string pop = rig.Editor.Track.TargetText;
        rig.Editor.Profile.Selected = rig.Editor.Profile.Profiles.Single(profile => profile.Name == "electronic");
        rig.Pass(100);

        Assert.That((rig.Editor.Profile.Name, rig.Mix.Settings.ProfileName), Is.EqualTo(("electronic", "electronic")));
        Assert.That(rig.Editor.Track.TargetText, Is.Not.EqualTo(pop));
        Assert.That(rig.Editor.Profile.SourceText, Does.StartWith("kick: ").And.Contain(". Source: "));
    }

    [Test]
    public void Settings_Edited_AreTheMixsAndStayLegal()
    {
        using EditorRig rig = new();
        rig.Open(rig.Session.Add("Vocal"));
        rig.Editor.Settings.ForwardText = "30 LU";
        Assert.That((rig.Editor.Settings.ForwardText, rig.Mix.Settings.ForwardLu), Is.EqualTo(("+24.0 LU", (double?)24)));
        rig.Editor.Settings.ForwardText = "−2,5";
        rig.Editor.Settings.ForwardText = "back";
        Assert.That((rig.Editor.Settings.ForwardText, rig.Editor.Notice.IsRefusal), Is.EqualTo(("−2.5 LU", true)));
        rig.Editor.Settings.ForwardText = "0";
        Assert.That(rig.Mix.Settings.ForwardLu, Is.Zero, "the person says that it is the profile's");
        rig.Editor.Settings.ForwardText = " ";
        Assert.That(rig.Mix.Settings.ForwardLu, Is.Null, "nobody says");
        rig.Editor.Settings.FaderTopText = "40";
        rig.Editor.Settings.AnchorKindIndex = 1;
        rig.Editor.Settings.ToleranceText = "0,01 LU";
        rig.Editor.Settings.WeightingIndex = 1;
        rig.Editor.Settings.AnchorText = "loud";
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("\"loud\" is no number of dBFS: −18.0 dBFS stays"));

        Assert.That(rig.Mix.Settings with { Revision = 0, Lineage = Guid.Empty }, Is.EqualTo(MixSettings.Default with
        {
            ProfileName = "round",
            FaderTopDb = 12,
            AnchorKind = AnchorKind.RmsDbfs,
            AnchorLevel = -18,
            ToleranceLu = 0.5,
            Weighting = RelativeWeighting.Pestana,
        }));
        Assert.That((rig.Editor.Settings.AnchorText, rig.Editor.Settings.FaderTopText, rig.Editor.Settings.ToleranceText), Is.EqualTo(("−18.0 dBFS", "+12.0 dB", "0.5 LU")), "the unit's kind stands beside the anchor");
        rig.Editor.Settings.AnchorText = "-21,5 dBFS";
        Assert.That(rig.Mix.Settings.AnchorLevel, Is.EqualTo(-21.5));
        rig.Editor.Settings.HasOwnTolerance = false;
        Assert.That(rig.Mix.Settings.ToleranceLu, Is.Null);
    }

    [Test]
    public void Export_ToAFile_SaysWhereItWent()
    {
        using EditorRig rig = new();
        rig.Session.Add("Vocal").IsFocal = true;
        rig.Open(rig.Session.Add("Bass")).Play(12);
        rig.Editor.Export.ExportCsvCommand.Execute("mix.csv");
        rig.Editor.Export.ExportHtmlCommand.Execute(null);

        Assert.That(Encoding.UTF8.GetString(rig.Files["mix.csv"].ToArray()), Does.Contain("Bass"));
        string page = rig.Files.Keys.Single(path => path != "mix.csv");
        Assert.That(page, Does.StartWith(Path.Combine("reports", "FaderStager mix A ")).And.EndsWith(".html"));
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(($"Written: {page}", false)));
    }

    [Test]
    public void Export_FileThatCannotBeWritten_SaysWhyAndGoesOn()
    {
        using EditorRig rig = new();
        TrackInstance track = rig.Session.Add("Vocal");
        using EditorViewModel editor = new(track, new EditorContext { Clock = rig.Clock, Time = rig.Session.Time, OpenForWriting = _ => throw new IOException("The disk is full.") });
        editor.Export.ExportCsvCommand.Execute("x.csv");

        Assert.That(editor.Notice.Text, Is.EqualTo("Not written: The disk is full."));
    }

    [Test]
    public void Stop_ThenTicks_ChangeNothingAndStartGoesOn()
    {
        using EditorRig rig = new();
        TrackInstance track = rig.Session.Add("Vocal");
        rig.Open(track);
        rig.Editor.Start();
        Assert.That((rig.Clock.Listeners, rig.Clock.IsRunning), Is.EqualTo((1, true)));

        rig.Editor.Track.BeginFaderDrag();
        rig.Editor.Stop();
        rig.Editor.Stop();
        track.FaderDb = -9;
        rig.Pass(300);
        Assert.That((rig.Clock.Listeners, rig.Clock.IsRunning, rig.Editor.Track.FaderDb), Is.EqualTo((0, false, 0.0)));

        rig.Editor.Start();
        Assert.That(rig.Editor.Track.FaderDb, Is.EqualTo(-9));
    }

    [Test]
    public void Dispose_EditorAndTrack_NothingHoldsThem()
    {
        using EditorRig rig = new();
        rig.Session.Add("Bass");
        WeakReference[] gone = OpenAndClose(rig);
        rig.Session.Coordinator.Refresh();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.That(gone.Select(each => each.IsAlive), Is.All.False);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] OpenAndClose(EditorRig rig)
    {
        TrackInstance track = new(rig.Session.Coordinator) { Name = "Vocal" };
        Session.Prepare(track);
        EditorViewModel editor = new(track, new EditorContext { Clock = rig.Clock, Time = rig.Session.Time, Profiles = rig.Session.Coordinator.Profiles });
        editor.Start();
        rig.Pass(300);
        editor.Mix.ApplyAllCommand.Execute(null);
        editor.Dispose();
        track.Dispose();
        return [new(editor), new(editor.Mix.Rows[0]), new(track)];
    }

    [Test]
    public void TracksOfAnotherModule_AreCountedWhereSomethingIsMissing()
    {
        using EditorRig rig = new();
        rig.Open(rig.Session.Add("Lead Vocal"));
        rig.OtherModuleTracks = 8;
        rig.Pass(500);
        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("8 more FaderStagers run in another module of this process"));
        Assert.That(rig.Editor.FooterText, Does.Contain("8 more in another FaderStager module").And.Not.Contain("only this process"));

        rig.OtherModuleTracks = 1;
        rig.Pass(500);
        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("1 more FaderStager runs in"));

        rig.OtherModuleTracks = 0;
        rig.Pass(500);
        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("FaderStager sees only this track"));
        Assert.That(rig.Editor.FooterText, Does.Contain("only this process"));
    }

    [Test]
    public void NoFocalHere_WhileAnotherModuleRuns_SaysThatItMayBeThere()
    {
        using EditorRig rig = new();
        rig.Open(rig.Session.Add("Lead Vocal"));
        _ = rig.Session.Add("Bass");
        rig.OtherModuleTracks = 3;
        rig.Pass(500);

        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("3 more FaderStagers run in another module"));
        Assert.That(rig.Editor.EmptyState.CanFlag, Is.True);
    }

    [Test]
    public void NoFocal_OnceItWasRemoved_NamesTheOneThatIsGone()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Lead Vox");
        rig.Session.Add("Bass");
        vocal.IsFocal = true;
        rig.Open(rig.Session.Add("Keys")).Pass(500);
        vocal.Dispose();
        rig.Pass(500);

        Assert.That(rig.Editor.EmptyState.Text, Is.EqualTo("Lead Vox, which was the focal, has left this mix or was switched off: bring it back, or flag another track."));
        Assert.That(rig.Editor.Mix.Headline, Does.StartWith("Flag the focal again: Lead Vox, which was it, has left this mix or was switched off."));
    }

    [Test]
    public void NoFocalHere_WhileAnotherProcessHoldsIt_SaysWhereAndOffersNoSecondFlag()
    {
        const string Words = "8 more FaderStagers run in another process of this computer; hosts that sandbox plug-ins isolate them: in REAPER Run as native, in Bitwig host them together";
        using EditorRig rig = new();
        rig.Open(rig.Session.Add("Bass"));
        rig.Elsewhere = new InstancesElsewhere(8, 1, HasFocal: true);
        rig.Pass(500);
        Assert.That(rig.Editor.EmptyState.Text, Is.EqualTo($"{Words}."), "alone");

        TrackInstance keys = rig.Session.Add("Keys");
        rig.Pass(500);
        Assert.That((rig.Editor.EmptyState.Title, rig.Editor.EmptyState.Text), Is.EqualTo(("The focal is elsewhere", $"{Words}. A focal is there.")));
        Assert.That(rig.Editor.EmptyState.CanFlag, Is.False);
        Assert.That(rig.Editor.Mix.Headline, Does.StartWith(Words).And.Not.Contain("Flag"));
        Assert.That(rig.Editor.FooterText, Does.Contain("8 more in another process").And.Not.Contain("only this process"));

        rig.Elsewhere = new InstancesElsewhere(1, 1, HasFocal: false);
        rig.Pass(500);
        Assert.That(rig.Editor.EmptyState.Text, Does.StartWith("1 more FaderStager runs in another process of this computer;"));
        Assert.That(rig.Editor.EmptyState.CanFlag, Is.True, "no process has a focal");

        keys.IsFocal = true;
        rig.Pass(500);
        Assert.That(rig.Editor.Mix.Headline, Does.Not.Contain("process"), "here is a focal, so nothing is missing");
        rig.Elsewhere = default;
        rig.Pass(500);
        Assert.That(rig.Editor.FooterText, Does.Contain("only this process"));
    }
}
