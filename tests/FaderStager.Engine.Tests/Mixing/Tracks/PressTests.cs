using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>The momentary parameters: what counts as a press, and what it does once.</summary>
public sealed class PressTests
{
    private Session _session = null!;
    private FakeHost _host = null!;
    private TrackInstance _bass = null!;

    [SetUp]
    public void Open()
    {
        _session = new Session();
        _host = new FakeHost();
        _session.Add("Vocal", -20).IsFocal = true;
        _bass = _session.Add("Bass", -15, _host);
    }

    [TearDown]
    public void Close() => _session.Dispose();

    [Test]
    public void Apply_Pressed_MovesTheFaderOnceAndComesUpAgain()
    {
        double suggestedDb = Measured();
        Press(ParameterId.Apply);

        Assert.That(_bass.FaderDb, Is.EqualTo(suggestedDb));
        Assert.That(_bass.Parameters[ParameterId.Apply], Is.Zero);
        Assert.That(_host.Calls, Is.EqualTo(new[]
        {
            "begin Fader", $"perform Fader {ParameterTextOf(suggestedDb)}", "end Fader", "begin Apply", "perform Apply ready", "end Apply",
        }));
        Assert.That((_bass.PressesDone, _bass.LastPress), Is.EqualTo((1L, (ParameterId.Apply, true))));
    }

    [Test]
    public void Apply_Pressed_IsTakenBackByUndo()
    {
        Measured();
        Press(ParameterId.Apply);
        _session.Mix.Undo();
        Assert.That(_bass.FaderDb, Is.Zero);
    }

    [Test]
    public void Apply_NothingMeasured_MovesNothingAndSaysSo()
    {
        Press(ParameterId.Apply);
        Assert.That(_bass.FaderDb, Is.Zero);
        Assert.That(_bass.Parameters[ParameterId.Apply], Is.Zero, "up again, and nothing waits until there is a figure");
        Assert.That((_bass.PressesDone, _bass.LastPress), Is.EqualTo((1L, (ParameterId.Apply, false))));
        Measured();
        Assert.That(_bass.FaderDb, Is.Zero);
    }

    [TestCase(ApproachKind.TopDown, -12)]
    [TestCase(ApproachKind.BottomUp, double.NegativeInfinity)]
    public void AllFaders_Pressed_GoToWhereTheApproachBegins(ApproachKind approach, double startDb)
    {
        _session.Mix.Edit(settings => settings with { Approach = approach, Start = TopDownStart.MinusTwelveDb });
        Press(ParameterId.AllFaders);
        Assert.That(_session.Tracks.Select(track => track.FaderDb), Is.All.EqualTo(startDb));
        _session.Mix.Undo();
        Assert.That(_session.Tracks.Select(track => track.FaderDb), Is.All.EqualTo(0), "one undo for all");
    }

    [Test]
    public void Control_ReleasedBeforeTheTurn_StillPresses()
    {
        _bass.SetControl(ParameterId.AllFaders, 1);
        _bass.SetControl(ParameterId.AllFaders, 0);
        Turn();
        Assert.That(_bass.PressesDone, Is.EqualTo(1));
        Assert.That(_host.Gestures(ParameterId.AllFaders), Is.Zero, "the host has it up already");
    }

    [Test]
    public void Control_HeldDown_PressesOnce()
    {
        for (int i = 0; i < 100; i++)
        {
            _bass.SetControl(ParameterId.AllFaders, 1);
            Turn(30);
        }

        Assert.That(_bass.PressesDone, Is.EqualTo(1));
    }

    [Test]
    public void Control_PressedAgainLater_PressesAgain()
    {
        Press(ParameterId.AllFaders);
        _session.Time.Advance(TimeSpan.FromSeconds(1));
        Press(ParameterId.AllFaders);
        Assert.That(_bass.PressesDone, Is.EqualTo(2), "a host that shows it up at our word sends 1 alone");
    }

    [Test]
    public void Automation_HeldRampedAndLooped_PressesNothing()
    {
        for (int loop = 0; loop < 20; loop++)
        {
            for (int block = 0; block < 10; block++)
            {
                _bass.SetFromHost(ParameterId.Apply, block / 9.0);
                _bass.SetFromHost(ParameterId.AllFaders, 1);
                Turn(20);
                _bass.SetControl(ParameterId.Apply, block / 9.0);
                _bass.SetControl(ParameterId.AllFaders, 1);
                Turn(20);
            }
        }

        Assert.That(_bass.PressesDone, Is.Zero);
        Assert.That(_host.Calls, Is.Empty);
    }

    [Test]
    public void Hand_ThatTheHostTellsOf_PressesThoughABlockWasFirst()
    {
        for (int press = 0; press < 3; press++)
        {
            _bass.SetFromHost(ParameterId.AllFaders, 1);
            _bass.NoteHand(ParameterId.AllFaders, isHeld: true);
            _bass.SetControl(ParameterId.AllFaders, 1);
            _bass.SetControl(ParameterId.AllFaders, 1);
            _bass.NoteHand(ParameterId.AllFaders, isHeld: false);
            Turn();
        }

        Assert.That(_bass.PressesDone, Is.EqualTo(3), "one a time that the hand takes hold");
    }

    [Test]
    public void State_Loading_PressesNothing()
    {
        byte[] saved = _bass.SaveState();
        _bass.SetControl(ParameterId.AllFaders, 1);
        _bass.LoadState(saved);
        _bass.SetControl(ParameterId.AllFaders, 1);
        _bass.SetControl(ParameterId.Apply, 1);
        Turn();
        Assert.That(_bass.PressesDone, Is.Zero);
        Assert.That(_bass.Parameters[ParameterId.AllFaders], Is.Zero);
    }

    [Test]
    public void Press_OfATrackThatHasNotJoined_IsForgotten()
    {
        using TrackInstance track = new(_session.Coordinator);
        track.SetControl(ParameterId.AllFaders, 1);
        Session.Prepare(track);
        Turn();
        Assert.That((track.PressesDone, track.Parameters[ParameterId.AllFaders]), Is.EqualTo((0L, 0.0)));
    }

    [Test]
    public void Momentary_Values_AreNeverSaved()
    {
        byte[] before = _bass.SaveState();
        _bass.SetControl(ParameterId.Apply, 1);
        Assert.That(_bass.SaveState(), Is.EqualTo(before));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(-1)]
    [TestCase(0.49)]
    public void Control_NotDown_PressesNothing(double value)
    {
        _bass.SetControl(ParameterId.Apply, value);
        Turn();
        Assert.That(_bass.PressesDone, Is.EqualTo(double.IsPositiveInfinity(value) ? 1 : 0));
    }

    private static string ParameterTextOf(double db) => FaderStager.Reports.ParameterText.ToText(ParameterInfo.Of(ParameterId.Fader), db);

    private double Measured()
    {
        _session.Play(12);
        double suggestedDb = _bass.Parameters[ParameterId.SuggestedFader];
        _host.Forget();
        return suggestedDb;
    }

    private void Press(ParameterId id)
    {
        _bass.SetControl(id, 1);
        Turn();
    }

    private void Turn(int milliseconds = 100)
    {
        _session.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        _session.Coordinator.Refresh();
    }
}
