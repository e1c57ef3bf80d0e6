using System.Diagnostics;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The ways in which hosts hand out a song. What is read must be what a song played straight on reads.</summary>
/// <remarks>
/// The song: 10 s, the focal 6 dB louder from 3 s to 7 s, the other track sounding then only. Slots that are filed a second off
/// would read 0.7 LU off.
/// </remarks>
internal sealed unsafe class HostTimingTests
{
    private const int RateHz = 48_000;
    private const int MaximumFrames = 4096;
    private const long SongEnd = 10 * RateHz;
    /// <summary>10 log10 of the other's energy over the focal's, in the 37 windows of 400 ms that lie within and the 6 that reach in by a part.</summary>
    private const double ExpectedLu = -6.1;

    private const double ToleranceLu = 0.05;
    private const int OfflineMode = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private HostedPlugin _focal = null!;
    private HostedPlugin _other = null!;

    [SetUp]
    public void Open()
    {
        _focal = new HostedPlugin().Start(maximumFrames: MaximumFrames);
        _other = new HostedPlugin().Start(maximumFrames: MaximumFrames);
        _focal.Set(ParameterId.Focal, 1);
    }

    [TearDown]
    public void Close()
    {
        _focal.Dispose();
        _other.Dispose();
    }

    [TestCase(64)]
    [TestCase(441)]
    [TestCase(4096)]
    public void Song_StraightOn_IsRead(int frames)
    {
        Both(0, SongEnd, frames);
        AssertRead();
    }

    [TestCase(0.5, 0)]
    [TestCase(0.8, 0)]
    [TestCase(1.25, 0)]
    [TestCase(1, 2)]
    [TestCase(0.8, 2)]
    public void Song_AtAnotherPlayRateOrWithPositionsThatWaver_IsRead(double playRate, int waverFrames)
    {
        PlayAt(_focal, playRate, waverFrames);
        PlayAt(_other, playRate, waverFrames);
        AssertReads(ExpectedLu, 0.1);
    }

    [Test]
    public void Song_WithATrackASecondOff_ReadsSoMuchOffThatTheOthersWouldNotice()
    {
        Play(_focal, 0, SongEnd, 512);
        Play(_other, 0, SongEnd, 512, shift: RateHz);
        AssertReads(ExpectedLu + 0.74, ToleranceLu);
    }

    [Test]
    public void Reaper_CallsWithoutFramesInBetween_ChangeNothing()
    {
        for (long at = 0; at < SongEnd; at += 512)
        {
            Both(at, Math.Min(at + 512, SongEnd), 512);
            Flush(_focal, at + 512);
            Flush(_other, at - 300_000);
        }

        AssertRead();
    }

    [Test]
    public void Reaper_AnticipatesOneTrackAndTakesItBackAtAStop_IsRead()
    {
        long heard = 0;
        foreach (double stopSeconds in new[] { 3.456, 5.01, 6.999, 10 })
        {
            long stop = (long)(stopSeconds * RateHz);
            Parallel.Invoke(
                () => Play(_focal, heard, stop, 64),
                () => Play(_other, heard, Math.Min(stop + 9_600, SongEnd), 1024));
            heard = Math.Max(0, stop - 12_345);
        }

        AssertRead();
    }

    [Test]
    public void Reaper_SwitchesOffAndOnAtEachStop_IsRead()
    {
        long from = 0;
        foreach (double seconds in new[] { 4.33, 5, 6.5, 10 })
        {
            long to = (long)(seconds * RateHz);
            Both(from, to, 512);
            Stand(to);
            _focal.SetActive(false);
            _other.SetActive(false);
            _other.SetActive(true);
            _focal.SetActive(true);
            Stand(to);
            from = to;
        }

        AssertRead();
    }

    [Test]
    public void Cubase_ChangesBlockSizeAndThreadUnderAsioGuard_IsRead()
    {
        long at = 0;
        for (int turn = 0; at < SongEnd; turn++)
        {
            long from = at;
            long to = Math.Min(at + (turn % 2 == 0 ? 40_960 : 10_007), SongEnd);
            Thread guard = new(() => Both(from, to, turn % 2 == 0 ? 2048 : 64));
            guard.Start();
            guard.Join();
            at = to;
        }

        AssertRead();
    }

    [Test]
    public void Cubase_SuspendsASilentInsert_IsRead()
    {
        Play(_focal, 0, SongEnd, 256);
        Play(_other, (3 * RateHz) - 100, (7 * RateHz) + 5000, 256);
        _other.ProcessorCalls->SetProcessing(_other.Processor, 0);

        // What was not handed out is no silence: windows that reach into it do not count.
        AssertReads(-6.02, ToleranceLu);
    }

    [Test]
    public void Loop_WhoseEndIsInsideABlock_IsReadOnce()
    {
        Both(0, 6 * RateHz, 512);
        for (int round = 0; round < 3; round++)
        {
            // The host notices the end of the loop with the next block.
            Both((2 * RateHz) + 77, (6 * RateHz) + 77 + 300, 512);
        }

        Both((2 * RateHz) + 77, SongEnd, 512);
        AssertRead();
    }

    [Test]
    public void Song_PlayedInParts_InAnyOrder_IsRead()
    {
        Both(6 * RateHz, SongEnd, 512);
        Both((2 * RateHz) - 19, (6 * RateHz) + 9_600, 512);
        Both(-RateHz, (2 * RateHz) + 9_600, 512);
        AssertRead();
    }

    [Test]
    public void Bounce_TrackByTrackAndFasterThanTime_IsRead()
    {
        Play(_other, 0, SongEnd, MaximumFrames, mode: OfflineMode);
        Play(_focal, 0, SongEnd, MaximumFrames, mode: OfflineMode);
        AssertRead();
    }

    [Test]
    public void Rate_ChangedInTheMiddle_GoesOnAtTheSamePlaceInTheSong()
    {
        Both(0, 5 * RateHz, 512);
        foreach (HostedPlugin plugin in new[] { _focal, _other })
        {
            plugin.SetActive(false);
            Assert.That(plugin.Setup(2 * RateHz, MaximumFrames), Is.EqualTo(Result.Ok));
            plugin.SetActive(true);
            Play(plugin, 9 * RateHz, 2 * SongEnd, 512, rateHz: 2 * RateHz);
        }

        AssertRead();
    }

    [Test]
    public void Position_ThatStandsStillWhileTheHostSaysPlaying_IsNoSong()
    {
        Both(0, SongEnd, 512);
        AssertRead();
        for (int i = 0; i < 2000; i++)
        {
            Play(_other, RateHz, RateHz + 512, 512, shift: 4 * RateHz);
        }

        AssertRead();
    }

    /// <summary>What is played at a frame of the song.</summary>
    private static double PeakAt(bool isFocal, double seconds) => (isFocal, seconds is >= 3 and < 7) switch
    {
        (true, true) => 0.5,
        (true, false) or (false, true) => 0.25,
        _ => 0,
    };

    private void Play(HostedPlugin plugin, long from, long to, int frames, long shift = 0, int rateHz = RateHz, int mode = 0)
    {
        using HostBlock block = new(2, frames);
        Random garbage = new(frames);
        block.Data->ProcessMode = mode;
        bool isFocal = plugin == _focal;
        for (long at = from; at < to; at += frames)
        {
            block.Data->Frames = (int)Math.Min(frames, to - at);
            block.At(at);

            // Nothing but position and transport may count: a clock that jumps, no tempo, a rate that is not so.
            block.Context->SystemTime = garbage.NextInt64();
            block.Context->ContinuousTimeFrames = garbage.NextInt64();
            block.Context->Tempo = garbage.Next(2) == 0 ? double.NaN : 0;
            block.Context->SampleRateHz = 0;
            for (int i = 0; i < block.Frames; i++)
            {
                double seconds = (double)(at + i + shift) / rateHz;
                block.In(0)[i] = block.In(1)[i] = (float)(PeakAt(isFocal, seconds) * Math.Sin(2 * Math.PI * 1000 * seconds));
            }

            Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        }
    }

    /// <summary>The song runs at its own speed against the audio, and its positions are a few frames off.</summary>
    private void PlayAt(HostedPlugin plugin, double playRate, int waverFrames)
    {
        const int Frames = 500;
        using HostBlock block = new(2, Frames);
        Random random = new(7);
        for (double song = 0; song < SongEnd + Frames; song += playRate * Frames)
        {
            block.At((long)Math.Round(song) + (song == 0 ? 0 : random.Next(-waverFrames, waverFrames + 1)));
            for (int i = 0; i < Frames; i++)
            {
                double seconds = (song + (i * playRate)) / RateHz;
                block.In(0)[i] = block.In(1)[i] = (float)(PeakAt(plugin == _focal, seconds) * Math.Sin(2 * Math.PI * 1000 * seconds / playRate));
            }

            Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        }
    }

    private void Both(long from, long to, int frames)
    {
        Play(_focal, from, to, frames);
        Play(_other, from, to, frames);
    }

    /// <summary>The transport is stopped, and something is heard all the same.</summary>
    private void Stand(long at)
    {
        using HostBlock block = new(2, 512);
        for (int i = 0; i < 50; i++)
        {
            block.At(at, isPlaying: false).Sine(1);
            _other.Process(block);
            _focal.Process(block);
        }
    }

    private static void Flush(HostedPlugin plugin, long at)
    {
        ProcessContext context = new() { State = ProcessContext.Playing, ProjectTimeFrames = at };
        ProcessData data = new() { Context = &context };
        Assert.That(plugin.ProcessorCalls->Process(plugin.Processor, &data), Is.EqualTo(Result.Ok));
    }

    private double ReadingLu() => ParameterInfo.Of(ParameterId.RelativeLoudness).FromNormalized(_other.Get(ParameterId.RelativeLoudness));

    /// <summary>The reading comes with a turn of the coordinator's worker.</summary>
    private void AssertReads(double expectedLu, double toleranceLu)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience; Thread.Yield())
        {
            if (Math.Abs(ReadingLu() - expectedLu) <= toleranceLu)
            {
                break;
            }
        }

        Assert.That(ReadingLu(), Is.EqualTo(expectedLu).Within(toleranceLu));
    }

    private void AssertRead() => AssertReads(ExpectedLu, ToleranceLu);
}
