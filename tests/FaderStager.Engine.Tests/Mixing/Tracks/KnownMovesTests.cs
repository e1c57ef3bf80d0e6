using FaderStager.Engine.Tests.Staging.Targets;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>Issue 10, case 1, and what is known exactly: moves in front of the meter shift what is stored, at once.</summary>
public sealed class KnownMovesTests
{
    /// <summary>Was: hints of -7.3, -8 and -8 again, down to -31 dB true, while the reading said 0.0.</summary>
    [Test]
    public void PostFader_MovedAsAskedAndLooped_IsInPlaceAndStaysThere([Values] bool saysSo)
    {
        using Song song = Standing(out _, out Player bass);
        double firstMoveDb = song.Hint(bass).MoveDb;
        for (int round = 0; round < 5; round++)
        {
            bass.GainDb += song.Hint(bass).MoveDb;
            if (saysSo)
            {
                song.Mix.ConfirmMove(bass.Track.Id);
            }

            song.Play(90, 120);
            Assert.That(song.RelativeLu(bass), Is.EqualTo(-7).Within(0.05), $"round {round + 1}");
            Assert.That((song.Hint(bass).Kind, song.Hint(bass).MoveDb), Is.EqualTo((HintKind.InPlace, 0.0)), $"round {round + 1}");
        }

        Assert.That(firstMoveDb, Is.EqualTo(-8));
        Assert.That(bass.GainDb, Is.EqualTo(-8));
        Assert.That(song.Reading(bass).TruePeakDbtp, Is.EqualTo(-27).Within(0.2));
        Assert.That(song.Reading(bass).HeardSeconds, saysSo ? Is.EqualTo(180).Within(1) : Is.LessThan(40));
    }

    [Test]
    public void PostFader_IHaveMovedIt_ShiftsAtOnceAndOnce()
    {
        using Song song = Standing(out _, out Player bass);
        Assert.That(song.Mix.ConfirmMove(bass.Track.Id), Is.EqualTo(-8));
        Assert.That(song.Mix.ConfirmMove(bass.Track.Id), Is.Zero, "pressed again before it was read");
        song.Refresh();

        Assert.That(song.RelativeLu(bass), Is.EqualTo(-7).Within(0.05));
        Assert.That(song.Reading(bass).IntegratedLufs, Is.EqualTo(-27).Within(0.1));
        Assert.That(song.Reading(bass).Change, Is.Null, "nothing was let go of");
        Assert.That(song.Mix.ConfirmMove(bass.Track.Id), Is.Zero, "nothing is asked for any more");
    }

    [Test]
    public void PostFader_SaidAfterItWasHeard_CountsOnce()
    {
        using Song song = Standing(out _, out Player bass);
        bass.GainDb = -8;
        song.Play(90, 91.5);
        song.Mix.ConfirmMove(bass.Track.Id);
        song.Play(91.5, 120);

        Assert.That(song.RelativeLu(bass), Is.EqualTo(-7).Within(0.05));
        Assert.That(song.Hint(bass).MoveDb, Is.Zero);
    }

    [Test]
    public void ConfirmMove_FaderElsewhere_ChangesNothing()
    {
        using Song song = Standing(out Player vocal, out Player bass);
        bass.Track.FaderPlace = FaderPlace.PluginFader;
        song.Refresh();

        Assert.That(song.Mix.ConfirmMove(bass.Track.Id), Is.Zero);
        Assert.That(song.Mix.ConfirmMove(vocal.Track.Id), Is.Zero);
        Assert.That(song.Mix.ConfirmMove(Guid.NewGuid()), Is.Zero);
        song.Refresh();
        Assert.That(song.RelativeLu(bass), Is.EqualTo(1).Within(0.05));
    }

    /// <summary>The voice was asked to move as one, so one press is for all of its tracks.</summary>
    [Test]
    public void ConfirmMove_TracksOfAVoice_MoveTogether()
    {
        using Song song = new();
        Player vocal = song.Add("Lead Vocal", _ => -20);
        Player left = song.Add("Guitar L", seconds => seconds % 4 < 2 ? -14 : -20);
        Player right = song.Add("Guitar R", seconds => seconds % 4 < 2 ? -14 : -20);
        vocal.Track.IsFocal = true;
        left.Track.FaderPlace = right.Track.FaderPlace = FaderPlace.PostFader;
        song.Play(0, 30);
        Assert.That(song.Reading(left).VoiceName, Is.Not.Null);
        double before = song.Hint(left).RelativeLu;
        double moveDb = song.Mix.ConfirmMove(left.Track.Id);
        song.Refresh();

        Assert.That(moveDb, Is.LessThan(-1));
        Assert.That(song.Hint(left).RelativeLu, Is.EqualTo(before + moveDb).Within(0.05));
        Assert.That(song.Reading(right).IntegratedLufs, Is.EqualTo(song.Reading(left).IntegratedLufs).Within(0.01));
    }

    /// <summary>A host that tells of its fader: nothing has to be pressed or heard.</summary>
    [Test]
    public void PostFader_HostTellsOfItsFader_ShiftsAtOnce()
    {
        using Song song = Standing(out _, out Player bass);
        bass.Track.NoteHostFader(-2);
        song.Refresh();
        Assert.That(song.RelativeLu(bass), Is.EqualTo(1).Within(0.05), "where it stands is no move");

        bass.Track.NoteHostFader(-10);
        song.Refresh();
        Assert.That(song.RelativeLu(bass), Is.EqualTo(-7).Within(0.05));
        Assert.That(song.Hint(bass).MoveDb, Is.Zero);

        bass.Track.NoteHostFader(double.NegativeInfinity);
        bass.Track.NoteHostFader(double.NaN);
        bass.Track.NoteHostFader(-10);
        song.Refresh();
        Assert.That(song.RelativeLu(bass), Is.EqualTo(-7).Within(0.05), "down and up again");
    }

    [Test]
    public void HostFader_ToldAtAnotherPlace_ShiftsNothing()
    {
        using Song song = Standing(out _, out Player bass);
        bass.Track.FaderPlace = FaderPlace.DawFader;
        bass.Track.NoteHostFader(0);
        bass.Track.NoteHostFader(-10);
        song.Refresh();

        Assert.That(song.RelativeLu(bass), Is.EqualTo(1).Within(0.05));
    }

    /// <summary>A trim in front of the meter, and moves that are no numbers.</summary>
    [Test]
    public void NoteLevelMove_Trim_ShiftsEveryReadingAndPeak()
    {
        using Song song = Standing(out Player vocal, out Player bass);
        bass.Track.NoteLevelMove(double.NaN);
        bass.Track.NoteLevelMove(double.PositiveInfinity);
        bass.Track.NoteLevelMove(4);
        bass.Track.NoteLevelMove(2.5);
        vocal.Track.NoteLevelMove(-1.5);
        song.Refresh();

        Assert.That(song.RelativeLu(bass), Is.EqualTo(1 + 6.5 + 1.5).Within(0.05));
        Assert.That(song.Reading(bass).TruePeakDbtp, Is.EqualTo(-19 + 6.5).Within(0.2));
        Assert.That(song.Reading(vocal).IntegratedLufs, Is.EqualTo(-21.5).Within(0.1));
    }

    /// <summary>A vocal and a post-fader bass that is asked to go down 8 dB, heard for 180 s.</summary>
    private static Song Standing(out Player vocal, out Player bass)
    {
        Song song = new();
        song.UseProfile(RoundProfile.Pop with { Name = "round" });
        vocal = song.Add("Lead Vocal", _ => -20);
        bass = song.Add("Bass", _ => -19);
        vocal.Track.IsFocal = true;
        bass.Track.FaderPlace = FaderPlace.PostFader;
        song.Play(0, 180);
        return song;
    }
}
