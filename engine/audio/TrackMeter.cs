using System.Runtime.CompilerServices;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Audio.Metering;
using FaderStager.Audio.Metering.Kernels;
using FaderStager.Audio.Slots;

namespace FaderStager.Audio;

/// <summary>Meters one track: cuts its blocks at the 100 ms borders of the song and hands every complete slot over.</summary>
/// <remarks>
/// Channels x frames: planar, mono or stereo; a mono track reads as dual mono (its energies are doubled). NaN and infinite samples
/// read as 0, finite ones are clamped to +-1e9, and what is under 1e-15 (-300 dBFS) reads as 0. Silence gives slots of mean square 0.
/// The result does not depend on how the host splits blocks, to the last bit: samples are gathered into quanta of up to 64 frames
/// that are cut by song time, and only whole quanta are filtered.
/// A <i>run</i> is a stretch of song heard without a jump or a stop. It starts with nothing heard: its first whole slot is cold.
/// The song's position decides where slots end, within 1 ms, at whatever speed it runs against the audio (0.2 to 5 times); windows are
/// song time too. At speed 1 song frames are audio frames. While a speed is found no slot is filed.
/// </remarks>
public sealed class TrackMeter
{
    private const int MomentaryHops = 40;
    private const int ShortTermHops = 300;

    private readonly MeteringKernels _kernels;
    private QuantumStage? _stage;
    private KWeightingFilter _kWeighting = null!;
    private KWeightingFilter _pestana = null!;
    private TruePeakDetector _truePeakDetector = null!;
    private HopHistory _liveHops = null!;
    private HopHistory _runHops = null!;
    private SlotClock _clock;
    private OpenSlot _slot;
    private double _weight = 1;
    private int _staged;
    private int _quantumFrames;
    private bool _isRun;
    private bool _isWholeHop;
    private bool _wasPestana;
    private long _runStart;
    private int _hopFrames;
    private SongFollower _follower = new(ProcessSetup.LowestSampleRateHz);
    private volatile bool _measuresPestana;
    private double _liveMomentaryMeanSquare = double.NaN;
    private VuNeedle _needle;
    private double _liveVu = double.NaN;
    private float _fullScale = 1;
    private long _blocksWithInvalidSamples;

    /// <summary>A meter that waits for <see cref="Prepare"/>.</summary>
    /// <remarks>[setup]</remarks>
    public TrackMeter()
        : this(VectorPaths.Best)
    {
    }

    /// <summary>A meter that hands its slots over where the one before it did.</summary>
    /// <param name="slots">The queue of the meter before.</param>
    /// <remarks>[setup]</remarks>
    public TrackMeter(SlotQueue slots)
        : this(VectorPaths.Best) => Slots = slots;

    /// <summary>A meter that uses given instructions.</summary>
    /// <param name="path">Which; must be supported by this machine.</param>
    /// <remarks>[setup] For tests and benchmarks.</remarks>
    internal TrackMeter(VectorPath path) => _kernels = MeteringKernels.Of(path);

    /// <summary>Where complete slots go.</summary>
    /// <remarks>[audio] writes, [worker] reads.</remarks>
    public SlotQueue Slots { get; } = new();

    /// <summary>Whether the Pestana shelf is measured beside the K-weighting.</summary>
    /// <remarks>[any] Taken up by the next block. The slot in which it is switched on still reads NaN: the filter was not warm.</remarks>
    public bool MeasuresPestana
    {
        get => _measuresPestana;
        set => _measuresPestana = value;
    }

    /// <summary>K-weighted mean square of the last 400 ms heard, rolling or not, channel sum; NaN before the first 400 ms.</summary>
    /// <remarks>[any] Renewed every 10 ms of audio. Goes on over jumps and stops.</remarks>
    public double LiveMomentaryMeanSquare => Volatile.Read(ref _liveMomentaryMeanSquare);

    /// <summary>Where a VU meter's needle stands, as the amplitude of an RMS (mean power of the channels); NaN before the first 10 ms.</summary>
    /// <remarks>[any] Renewed every 10 ms of audio, rolling or not. See <see cref="VuNeedle"/>.</remarks>
    public double LiveVuAmplitude => Volatile.Read(ref _liveVu);

    /// <summary>What full scale reads as where the meter sits, linear: the gain of a trim in front of it. Samples there and above count as clipped.</summary>
    /// <remarks>[audio] Taken up by the next quantum.</remarks>
    public float FullScale
    {
        get => _fullScale;
        set => _fullScale = value;
    }

    /// <summary>The slot of the song in which the last block began; of a host that tells no position, where it told one last.</summary>
    /// <remarks>[audio]</remarks>
    public long BlockSlot => _clock.SlotAt(_follower.Song);

    /// <summary>How well the song is followed, and which kind of host it is where it is not.</summary>
    /// <remarks>[any] Renewed by each block.</remarks>
    public SongFollowing Following => _follower.State.Following;

    /// <summary>Seconds of audio for which the song has rolled without a slot being filed, so far; 0 where it does not roll.</summary>
    /// <remarks>[any] Renewed by each block. From 1 s on <see cref="Following"/> says why.</remarks>
    public double UnfollowedSeconds => _follower.State.UnfollowedSeconds;

    /// <summary>Blocks in which a NaN or infinite sample was found (and read as 0), since the last reset.</summary>
    /// <remarks>[any]</remarks>
    public long BlocksWithInvalidSamples => Volatile.Read(ref _blocksWithInvalidSamples);

    /// <summary>Whether true peak is measured. The product always does; the benchmarks switch it off to compare like with like.</summary>
    internal bool MeasuresTruePeak { get; set; } = true;

    /// <summary>Allocates for a set-up and resets.</summary>
    /// <param name="setup">Rate, longest block, channels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set-up is out of range.</exception>
    /// <remarks>[setup] Not while <see cref="Process"/> runs.</remarks>
    public void Prepare(in ProcessSetup setup)
    {
        setup.Validate();
        _kWeighting = new KWeightingFilter(KWeighting.Of(setup.SampleRateHz, KWeighting.StandardShelfDb), setup.Channels, _kernels);
        _pestana = new KWeightingFilter(KWeighting.Of(setup.SampleRateHz, KWeighting.PestanaShelfDb), setup.Channels, _kernels);
        _truePeakDetector = new TruePeakDetector(setup.SampleRateHz);
        _liveHops = new HopHistory((int)(MomentaryHops * SongFollower.HighestRatio));
        _runHops = new HopHistory(ShortTermHops);
        _clock = new SlotClock(setup.SampleRateHz);
        _needle = new VuNeedle(setup.SampleRateHz);
        _follower = new SongFollower(setup.SampleRateHz);
        _stage = new QuantumStage(setup.Channels, _kernels);
        _weight = setup.Channels == 1 ? 2 : 1;
        Slots.WriterMayWait = setup.IsOffline;
        Reset();
    }

    /// <summary>Forgets all that was heard; the open slot is dropped.</summary>
    /// <remarks>[setup] Not while <see cref="Process"/> runs. Slots in the queue stay there.</remarks>
    public void Reset()
    {
        _follower.Reset();
        Volatile.Write(ref _liveMomentaryMeanSquare, double.NaN);
        Volatile.Write(ref _liveVu, double.NaN);
        _needle.Reset();
        Volatile.Write(ref _blocksWithInvalidSamples, 0);
        if (_stage is not null)
        {
            _liveHops.Clear();
            Start(_stage, 0, 1, isRun: false);
        }
    }

    /// <summary>Meters the block's input.</summary>
    /// <param name="block">The block, of any number of frames; 0 frames change nothing.</param>
    /// <param name="position">Song position of its first frame.</param>
    /// <remarks>[audio] Before <see cref="Prepare"/> it does nothing.</remarks>
    public void Process(in AudioBlock block, in SongPosition position)
    {
        int frames = block.Frames;
        if (frames == 0 || _stage is not { } stage)
        {
            return;
        }

        Follow(stage, position, frames);
        bool pestana = _measuresPestana;
        bool invalid = false;

        // A host that sends one channel to a stereo track sends the same to both sides.
        ReadOnlySpan<float> left = block.Input(0);
        ReadOnlySpan<float> right = block.Channels == 2 ? block.Input(1) : left;
        for (int done = 0; done < frames;)
        {
            int taken = Math.Min(frames - done, _quantumFrames - _staged);
            invalid |= stage.Fill(_staged, left.Slice(done, taken), right.Slice(done, taken));
            done += taken;
            _staged += taken;
            if (_staged == _quantumFrames)
            {
                MeterQuantum(stage, pestana);
            }
        }

        if (invalid)
        {
            Volatile.Write(ref _blocksWithInvalidSamples, _blocksWithInvalidSamples + 1);
        }
    }

    /// <summary>Starts, ends or corrects a run where the position says so.</summary>
    private void Follow(QuantumStage stage, in SongPosition position, int frames)
    {
        SongStep step = _follower.Next(position, frames);
        if (step == SongStep.Start)
        {
            Start(stage, _follower.Song, _follower.Ratio, isRun: true);
        }
        else if (step == SongStep.Rest && _isRun)
        {
            Start(stage, 0, 1, isRun: false);
        }
        else if (step is SongStep.Correct or SongStep.Turn)
        {
            Correct(stage, isTurn: step == SongStep.Turn);
        }
    }

    /// <summary>Sets the clock where the song is. The open slot goes on unless the song is in another one.</summary>
    private void Correct(QuantumStage stage, bool isTurn)
    {
        double song = _follower.Song - (_staged * _follower.Ratio);
        if (isTurn && _clock.SlotAt(_follower.Song) != _clock.Slot)
        {
            Start(stage, _follower.Song, _follower.Ratio, isRun: true);
            return;
        }

        if (isTurn)
        {
            // Hops so far were cut at another speed.
            _runHops.Clear();
        }

        _clock.Correct(song, _follower.Ratio);
        _quantumFrames = Math.Max(_clock.FramesToCut, _staged);
        if (_staged == _quantumFrames)
        {
            MeterQuantum(stage, _measuresPestana);
        }
    }

    /// <summary>Forgets the run before, all but the live reading, and goes to a place.</summary>
    private void Start(QuantumStage stage, double song, double ratio, bool isRun)
    {
        stage.Clear();
        _kWeighting.Reset();
        _pestana.Reset();
        _truePeakDetector.Reset();
        _runHops.Clear();
        _clock.Seek(song, ratio);
        _slot.Open(_clock.IsSlotStart, isCold: true);
        _isRun = isRun;
        _isWholeHop = _clock.IsHopStart;
        _wasPestana = _measuresPestana;
        _staged = 0;
        _hopFrames = 0;
        _quantumFrames = _clock.FramesToCut;
    }

    [SkipLocalsInit]
    private void MeterQuantum(QuantumStage stage, bool pestana)
    {
        int frames = _staged;
        float samplePeak = stage.TakePeak();
        _slot.SamplePeak = samplePeak > _slot.SamplePeak ? samplePeak : _slot.SamplePeak;
        _slot.ClippedRuns += stage.CountClippedRuns(frames, samplePeak, _fullScale);
        bool isSilent = samplePeak == 0;

        // On the stack, not a track's own: the same warm kilobyte for a thousand tracks.
        Span<double> wide = stackalloc double[2 * QuantumStage.MaximumFrames];
        if (!isSilent || !_kWeighting.IsResting || (pestana && !_pestana.IsResting))
        {
            stage.Widen(frames, isSilent, wide);
        }

        _kWeighting.Process(wide, frames, isSilent);
        MeterPestana(wide, frames, isSilent, pestana);
        _slot.TruePeak = MeasuresTruePeak
            ? _truePeakDetector.Process(stage, frames, samplePeak, _slot.TruePeak)
            : _slot.SamplePeak;

        stage.Advance(frames);
        _slot.Frames += frames;
        _hopFrames += frames;
        _staged = 0;
        if (_clock.Advance(frames))
        {
            EndHop();
        }

        _quantumFrames = _clock.FramesToCut;
    }

    private void MeterPestana(ReadOnlySpan<double> wide, int frames, bool isSilent, bool pestana)
    {
        if (pestana)
        {
            if (!_wasPestana)
            {
                _pestana.Reset();
                _slot.HasPestana = false;
            }

            _pestana.Process(wide, frames, isSilent);
        }
        else
        {
            _slot.HasPestana = false;
        }

        _wasPestana = pestana;
    }

    private void EndHop()
    {
        double energy = _kWeighting.TakeEnergy();
        _slot.Energy += energy;
        double unweighted = _stage!.TakeEnergy();
        _slot.UnweightedEnergy += unweighted;
        (double left, double right) = _stage.TakeSums();
        _slot.LeftSum += left;
        _slot.RightSum += right;
        _slot.PestanaEnergy += _wasPestana ? _pestana.TakeEnergy() : 0;
        if (_isWholeHop)
        {
            Volatile.Write(ref _liveVu, _needle.Move(unweighted / ((double)_hopFrames * _stage.Channels), _hopFrames));
            _liveHops.Add(energy, _hopFrames);

            // Hops are song time, the live reading is not: at half speed 400 ms of audio are 20 hops.
            int hops = _isRun ? Math.Max(1, (int)Math.Round(MomentaryHops * _follower.Ratio)) : MomentaryHops;
            Volatile.Write(ref _liveMomentaryMeanSquare, _weight * _liveHops.MeanSquare(hops));
        }

        if (_slot.IsWhole)
        {
            _runHops.Add(energy, _hopFrames);
            _slot.MomentaryMaxMeanSquare = Larger(_slot.MomentaryMaxMeanSquare, _runHops.MeanSquare(MomentaryHops));
            _slot.ShortTermMaxMeanSquare = Larger(_slot.ShortTermMaxMeanSquare, _runHops.MeanSquare(ShortTermHops));
        }

        _hopFrames = 0;
        long slot = _clock.Slot;
        _clock.NextHop();
        _isWholeHop = true;
        if (_clock.IsFirstHop)
        {
            EndSlot(slot);
        }
    }

    private void EndSlot(long index)
    {
        // A border that an uncertain speed alone speaks for is none: neither slot beside it is whole.
        bool isWhole = _slot.IsWhole && _follower.IsCertain;
        if (isWhole && _isRun)
        {
            _runStart = _slot.IsCold ? index : _runStart;
            Slots.Write(_slot.Close(index, _stage!.Channels, _weight, _runStart));
            _follower.State.Filed();
        }

        // A slot heard from its first frame on warms the next one; a partial one before it does not.
        _slot.Open(isWhole: _follower.IsCertain, isCold: !isWhole);
    }

    /// <summary>The larger of two readings, where NaN is none.</summary>
    private static double Larger(double present, double next) => next <= present || double.IsNaN(next) ? present : next;
}
