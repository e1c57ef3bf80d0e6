using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Mixing.Voices;

/// <summary>Several tracks that are summed as one: their measurements, gains and sum, kept from turn to turn.</summary>
/// <remarks>[worker] Allocates nothing after it was made.</remarks>
internal sealed class VoicePlan
{
    private readonly int[] _members;
    private readonly TrackMeasurement[] _measurements;
    private readonly TrackAnalysis[] _analyses;
    private readonly TrackAnalysis[] _counted;
    private VoiceSum? _part;
    private readonly double[] _gainsDb;

    /// <summary>Plans a sum.</summary>
    /// <param name="members">Where its tracks stand in the mix, the leading one first.</param>
    /// <param name="tracks">The mix's tracks.</param>
    public VoicePlan(int[] members, ReadOnlySpan<TrackMember> tracks)
    {
        _members = members;
        _gainsDb = new double[members.Length];
        _measurements = new TrackMeasurement[members.Length];
        _analyses = new TrackAnalysis[members.Length];
        _counted = new TrackAnalysis[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            _measurements[i] = tracks[members[i]].Measurement;
            _analyses[i] = _measurements[i].Analysis;
        }
    }

    /// <summary>Whether another plan sums the same measurements.</summary>
    public bool HasSameTracks(VoicePlan other) => _analyses.AsSpan().SequenceEqual(other._analyses);

    /// <summary>The sum.</summary>
    public VoiceSum Sum { get; } = new();

    /// <summary>The sum of what counts: a part of the song, or the whole. As of the last <see cref="Read"/> or <see cref="UpdateBehindFaders"/>.</summary>
    public VoiceSum Counted => _part ?? Sum;

    /// <summary>Sums the tracks, each behind a gain of its own in dB.</summary>
    public void Update(ReadOnlySpan<double> gainsDb, TrackAnalysis? focal, bool isPestana)
    {
        gainsDb.CopyTo(_gainsDb);
        Sum.Update(_analyses, _gainsDb, focal, isPestana);
    }

    /// <summary>Sums what counts of the tracks behind their faders.</summary>
    public void UpdateBehindFaders(ReadOnlySpan<TrackReading> readings, TrackMeasurement? focal, bool isPestana)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            _gainsDb[i] = readings[_members[i]].CountedFaderDb;
        }

        Update(focal, isPestana);
    }

    /// <summary>Reads the voice: its leading track's identity, the sum of all, the highest fader.</summary>
    /// <param name="voice">The voice; its reading is filled anew.</param>
    /// <param name="readings">The mix's readings.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Read(Voice voice, ReadOnlySpan<TrackReading> readings, TrackMeasurement? focal, bool isPestana)
    {
        double top = double.NegativeInfinity;
        bool isHandSet = false;
        foreach (int member in _members)
        {
            top = Math.Max(top, readings[member].CountedFaderDb);
            isHandSet |= readings[member].IsHandSet;
        }

        // A member that is down counts as if it stood at the highest of the others: there the voice's move would bring it.
        double samplePeak = 0;
        double truePeak = 0;
        for (int i = 0; i < _members.Length; i++)
        {
            TrackReading member = readings[_members[i]];
            _gainsDb[i] = member.IsDown ? 0 : member.CountedFaderDb - top;
            samplePeak += Power(member.SamplePeakDbfs + _gainsDb[i]);
            truePeak += Power(member.TruePeakDbtp + _gainsDb[i]);
        }

        Update(focal, isPestana);
        RelativeLoudness relative = Counted.Relative;
        TrackReading reading = voice.Reading;
        reading.Take(readings[_members[0]]);
        (reading.Name, reading.FaderDb, reading.IsHandSet) = (voice.Name, top, isHandSet);

        // What counts of every fader is in the sum already.
        (reading.DawFaderDb, reading.IsBypassed) = (0, false);
        (reading.IntegratedLufs, reading.RmsDbfs) = (Sum.Analysis.Windows.IntegratedLufs, Sum.Analysis.RmsDbfs);
        (reading.SamplePeakDbfs, reading.TruePeakDbtp) = (Decibels.FromPower(samplePeak), Decibels.FromPower(truePeak));
        (reading.InsertRelativeLu, reading.LiveInsertRelativeLu, reading.UnderFocalLu) = (relative.RelativeLu, Sum.Relative.LiveRelativeLu, relative.UnderFocalLu);
        (reading.HeardTogetherSeconds, reading.SpreadLu, reading.Confidence) = (relative.SecondsTogether, relative.SpreadLu, relative.Confidence);
    }

    private void Update(TrackMeasurement? focal, bool isPestana)
    {
        Sum.Update(_analyses, _gainsDb, focal?.Analysis, isPestana);
        bool isPart = !ReferenceEquals(_measurements[0].Counted, _analyses[0]);
        _part = isPart ? _part ?? new VoiceSum() : null;
        for (int i = 0; isPart && i < _measurements.Length; i++)
        {
            _counted[i] = _measurements[i].Counted;
        }

        _part?.Update(_counted, _gainsDb, focal?.Counted, isPestana);
    }

    private static double Power(double db) => double.IsFinite(Decibels.ToPower(db)) ? Decibels.ToPower(db) : 0;
}
