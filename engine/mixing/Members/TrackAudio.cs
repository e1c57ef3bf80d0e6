using FaderStager.Audio;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Audio.Slots;
using FaderStager.Audio.Staging;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Members;

/// <summary>What the audio thread owns of a track: the trim, the meter behind it, the plug-in fader's gain, and the slots on their way to the worker.</summary>
/// <param name="parameters">The track's parameters, read at every block.</param>
internal sealed class TrackAudio(TrackParameters parameters)
{
    private TrackMeter _meter = new();
    private FaderGain _trim = new();
    private FaderGain _fader = new();
    private bool _isActive;
    private bool _rendersOffline;
    private double _matchDb;
    private long _blocks;
    private double _trimmedToDb = double.NaN;
    private long _trimmedAtSlot = long.MaxValue;

    /// <summary>The slots that the meter has ended. [audio] writes, [worker] reads.</summary>
    public SlotQueue Slots => _meter.Slots;

    /// <summary>Sample rate in Hz of the last set-up; NaN before. [any]</summary>
    public double SampleRateHz { get; private set; } = double.NaN;

    /// <summary>Whether the host has the track switched on. [any]</summary>
    public bool IsActive => Volatile.Read(ref _isActive);

    /// <summary>Counts the blocks. [any]</summary>
    public long Blocks => Volatile.Read(ref _blocks);

    /// <summary>How well the song is followed. [any]</summary>
    public SongFollowing Following => Volatile.Read(ref _meter).Following;

    /// <summary>Seconds for which the song has rolled without being followed. [any]</summary>
    public double UnfollowedSeconds => Volatile.Read(ref _meter).UnfollowedSeconds;

    /// <summary>Blocks with NaN or infinite samples since the last set-up. [any]</summary>
    public long BlocksWithInvalidSamples => _meter.BlocksWithInvalidSamples;

    /// <summary>Mean square of the last 400 ms that were heard, rolling or not; NaN before. [any]</summary>
    public double LiveMomentaryMeanSquare => Volatile.Read(ref _meter).LiveMomentaryMeanSquare;

    /// <summary>Where a VU meter's needle stands behind the trim, as the amplitude of an RMS; NaN before. [any]</summary>
    public double LiveVuAmplitude => Volatile.Read(ref _meter).LiveVuAmplitude;

    /// <summary>The trim in dB that is heard here: 0 where it is bypassed. [any]</summary>
    public double AudibleTrimDb => parameters[ParameterId.Bypass] > 0 ? 0 : parameters[ParameterId.Trim];

    /// <summary>The slot of the song in which a trim was first heard here; the highest number = it was not heard yet. [any]</summary>
    /// <param name="trimDb">The trim in dB.</param>
    public long HeardSince(double trimDb) => Volatile.Read(ref _trimmedToDb).Equals(trimDb) ? Volatile.Read(ref _trimmedAtSlot) : long.MaxValue;

    /// <summary>The gain in dB, finite, that all tracks of the mix play with so that its two pictures are equally loud. [any] writes, [audio] reads</summary>
    public double MatchDb
    {
        private get => Volatile.Read(ref _matchDb);
        set => Volatile.Write(ref _matchDb, value);
    }

    /// <summary>What of it is heard, in dB: nothing where the instance is bypassed, nor in what the host renders offline. [any]</summary>
    public double AudibleMatchDb => Volatile.Read(ref _rendersOffline) || parameters[ParameterId.Bypass] > 0 ? 0 : MatchDb;

    /// <summary>The gain in dB behind the meter: the plug-in fader where that is in use, and what makes two pictures equally loud. [any]</summary>
    private double AudibleGainDb => parameters[ParameterId.Bypass] > 0 ? 0
        : (parameters[ParameterId.FaderPlace] is (double)FaderPlace.PluginFader ? parameters[ParameterId.Fader] : 0) + AudibleMatchDb;

    /// <summary>Gets ready for blocks. [setup]</summary>
    /// <param name="setup">Rate, longest block, channels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set-up is out of range.</exception>
    public void Prepare(in ProcessSetup setup)
    {
        // Anew, not reset: where a host breaks the rule and a block runs meanwhile, that block ends with what it began with.
        TrackMeter meter = new(_meter.Slots) { MeasuresPestana = _meter.MeasuresPestana };
        meter.Prepare(setup);
        Volatile.Write(ref _rendersOffline, setup.IsOffline);
        FaderGain fader = new() { TargetDb = AudibleGainDb };
        fader.Prepare(setup.SampleRateHz);
        FaderGain trim = new() { TargetDb = AudibleTrimDb };
        trim.Prepare(setup.SampleRateHz);
        Volatile.Write(ref _meter, meter);
        Volatile.Write(ref _fader, fader);
        Volatile.Write(ref _trim, trim);
        SampleRateHz = setup.SampleRateHz;
        Volatile.Write(ref _isActive, true);
    }

    /// <summary>The host stops calling for blocks. [setup]</summary>
    public void Deactivate() => Volatile.Write(ref _isActive, false);

    /// <summary>Trims a block, meters it and copies it to the output, through the plug-in fader where that is in use. [audio]</summary>
    /// <param name="block">The block.</param>
    /// <param name="position">Song position of its first frame.</param>
    public void Process(in AudioBlock block, in SongPosition position)
    {
        FaderGain trim = Volatile.Read(ref _trim);
        double trimDb = AudibleTrimDb;
        trim.TargetDb = trimDb;
        if (trim.IsUnity)
        {
            MeterAndFade(block, position, 1);
        }
        else
        {
            trim.Process(block);
            MeterAndFade(block.OfOutput(), position, (float)Decibels.ToAmplitude(trim.TargetDb));
        }

        if (!trimDb.Equals(_trimmedToDb))
        {
            Volatile.Write(ref _trimmedAtSlot, _meter.BlockSlot);
            Volatile.Write(ref _trimmedToDb, trimDb);
        }

        Volatile.Write(ref _blocks, _blocks + 1);
    }

    private void MeterAndFade(in AudioBlock block, in SongPosition position, float fullScale)
    {
        TrackMeter meter = Volatile.Read(ref _meter);
        meter.FullScale = fullScale;
        meter.Process(block, position);
        FaderGain fader = Volatile.Read(ref _fader);
        fader.TargetDb = AudibleGainDb;
        fader.Process(block);
    }

    /// <summary>Turns the Pestana measurement on or off. [worker]</summary>
    public void MeasurePestana(bool isOn) => _meter.MeasuresPestana = isOn;
}
