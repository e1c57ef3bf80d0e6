using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Session;

/// <summary>What must not change where the hints bring a band.</summary>
internal sealed class BandPropertyTests
{
    private static readonly Lazy<StagedBand> AllOnOneTrack = new(() => StagedBand.Of(Band.Moving.OneTrackEach));

    [Test]
    public void Stage_AnyGainOnAllTracks_ChangesNoSuggestion()
    {
        Dictionary<string, double> quieter = StagedBand.Of([.. Band.Moving.OneTrackEach.Select(stem => stem with { Samples = [.. stem.Samples.Select(sample => sample / 5)] })]).FadersDb;

        Assert.That(quieter.Keys.Select(name => quieter[name] - AllOnOneTrack.Value.FadersDb[name]), Is.All.EqualTo(0).Within(0.11));
    }

    [TestCase("Keys", "keys")]
    [TestCase("Gtr", "guitar")]
    [TestCase("BV", "backing")]
    public void Stage_DoubledTracksOfAVoice_MoveNothingByHalfALu(string voice, string part)
    {
        StagedBand ends = StagedBand.Of([.. Band.Moving.Without(voice), .. Band.Moving.On(part, 801, voice + " 1", voice + " 2")]);

        using (Assert.EnterMultipleScope())
        {
            foreach ((string name, double lu) in AllOnOneTrack.Value.VoicesLu)
            {
                Assert.That(ends.VoicesLu[name], Is.EqualTo(lu).Within(0.5), name);
            }
        }
    }

    [Test]
    public void Stage_NamesThatTellNothingAndBlocks_DoNotMatter()
    {
        float[] unknown = Band.Moving.Part(Band.Line(31), 31, 2);

        Dictionary<string, double> one = StagedBand.Of([.. Band.Moving.OneTrackEach, Band.Aside("Audio 12", unknown)]).FadersDb;
        Dictionary<string, double> other = StagedBand.Of([.. Band.Moving.OneTrackEach, Band.Aside("0 zzz 7", unknown)], "--block", "random", "--seed", "5", "--host", "render-ahead").FadersDb;

        Assert.That(other["0 zzz 7"], Is.EqualTo(one["Audio 12"]).Within(0.11));
        Assert.That(Band.Moving.OneTrackEach.Select(stem => other[stem.Name] - one[stem.Name]), Is.All.EqualTo(0).Within(0.11));
    }
}
