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
    private readonly TrackAnalysis[] _analyses;
    private readonly double[] _gainsDb;

    /// <summary>Plans a sum.</summary>
    /// <param name="members">Where its tracks stand in the mix, the leading one first.</param>
    /// <param name="tracks">The mix's tracks.</param>
    public VoicePlan(int[] members, ReadOnlySpan<TrackMember> tracks)
    {
        _members = members;
        _gainsDb = new double[members.Length];
        _analyses = new TrackAnalysis[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            _analyses[i] = tracks[members[i]].Measurement.Analysis;
        }
    }

    /// <summary>Whether another plan sums the same measurements.</summary>
    public bool HasSameTracks(VoicePlan other) => _analyses.AsSpan().SequenceEqual(other._analyses);

    /// <summary>The sum.</summary>
    public VoiceSum Sum { get; } = new();

    /// <summary>Sums the tracks as they stand at their inserts.</summary>
    public void UpdateAtInserts(TrackAnalysis? focal, bool isPestana)
    {
        Array.Clear(_gainsDb);
        Sum.Update(_analyses, _gainsDb, focal, isPestana);
    }

    /// <summary>Sums the tracks behind their faders.</summary>
    public void UpdateBehindFaders(ReadOnlySpan<TrackReading> readings, TrackAnalysis? focal, bool isPestana)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            _gainsDb[i] = readings[_members[i]].CountedFaderDb;
        }

        Sum.Update(_analyses, _gainsDb, focal, isPestana);
    }

    /// <summary>Reads the voice: its leading track's identity, the sum of all, the highest fader.</summary>
    /// <param name="voice">The voice; its reading is filled anew.</param>
    /// <param name="readings">The mix's readings.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Read(Voice voice, ReadOnlySpan<TrackReading> readings, TrackAnalysis? focal, bool isPestana)
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

        Sum.Update(_analyses, _gainsDb, focal, isPestana);
        TrackReading reading = voice.Reading;
        reading.Take(readings[_members[0]]);
        (reading.Name, reading.FaderDb, reading.IsHandSet) = (voice.Name, top, isHandSet);

        // What counts of every fader is in the sum already.
        (reading.DawFaderDb, reading.IsBypassed) = (0, false);
        (reading.IntegratedLufs, reading.RmsDbfs) = (Sum.Analysis.Windows.IntegratedLufs, Sum.Analysis.RmsDbfs);
        (reading.SamplePeakDbfs, reading.TruePeakDbtp) = (Decibels.FromPower(samplePeak), Decibels.FromPower(truePeak));
        (reading.InsertRelativeLu, reading.LiveInsertRelativeLu, reading.UnderFocalLu) = (Sum.Relative.RelativeLu, Sum.Relative.LiveRelativeLu, Sum.Relative.UnderFocalLu);
        (reading.HeardTogetherSeconds, reading.SpreadLu, reading.Confidence) = (Sum.Relative.SecondsTogether, Sum.Relative.SpreadLu, Sum.Relative.Confidence);
    }

    private static double Power(double db) => double.IsFinite(Decibels.ToPower(db)) ? Decibels.ToPower(db) : 0;
}
