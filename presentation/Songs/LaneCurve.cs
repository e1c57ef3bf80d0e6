using FaderStager.Mixing.Songs;

namespace FaderStager.Presentation.Songs;

/// <summary>The curve and the target zone of the voice that is shown, in the lane's units.</summary>
/// <remarks>[ui] Its storage is used again: nothing is allocated while the width stays.</remarks>
public sealed class LaneCurve
{
    // The lane shows so much to either side of the target, or a little more than the tolerance.
    private const double SpanLu = 12;
    private const double ToleranceShare = 1.2;

    private float[] _lowY = [];
    private float[] _highY = [];

    internal LaneCurve()
    {
    }

    /// <summary>The upper edge of each column; NaN = a gap.</summary>
    public ReadOnlySpan<float> HighY => _highY;

    /// <summary>The lower edge of each column.</summary>
    public ReadOnlySpan<float> LowY => _lowY;

    /// <summary>Upper edge of the target zone; NaN = none.</summary>
    public double ZoneTop { get; private set; } = double.NaN;

    /// <summary>Lower edge of the target zone.</summary>
    public double ZoneBottom { get; private set; } = double.NaN;

    /// <summary>The target; NaN = none.</summary>
    public double TargetY { get; private set; } = double.NaN;

    /// <summary>Whether there is anything but gaps.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Lays a voice out.</summary>
    /// <param name="trace">The voice.</param>
    /// <param name="top">The uppermost place.</param>
    /// <param name="bottom">The lowest one.</param>
    /// <returns>Whether the zone moved.</returns>
    internal bool Lay(SongTrace trace, double top, double bottom)
    {
        double middle = double.IsFinite(trace.TargetLu) ? trace.TargetLu : 0;
        double span = Math.Max(SpanLu, ToleranceShare * (double.IsFinite(trace.ToleranceLu) ? trace.ToleranceLu : 0));
        double room = Math.Max(1, bottom - top);
        double YOf(double lu) => top + ((middle + span - Math.Clamp(lu, middle - span, middle + span)) / (2 * span) * room);
        if (_lowY.Length != trace.LowLu.Length)
        {
            (_lowY, _highY) = (new float[trace.LowLu.Length], new float[trace.LowLu.Length]);
        }

        IsThere = false;
        for (int column = 0; column < _lowY.Length; column++)
        {
            bool isGap = float.IsNaN(trace.LowLu[column]);
            IsThere |= !isGap;
            _lowY[column] = isGap ? float.NaN : (float)YOf(trace.LowLu[column]);
            _highY[column] = isGap ? float.NaN : (float)YOf(trace.HighLu[column]);
        }

        (double, double, double) before = (TargetY, ZoneTop, ZoneBottom);
        bool hasZone = double.IsFinite(trace.TargetLu) && !trace.IsFocal;
        (TargetY, ZoneTop, ZoneBottom) = hasZone
            ? (YOf(trace.TargetLu), YOf(trace.TargetLu + trace.ToleranceLu), YOf(trace.TargetLu - trace.ToleranceLu))
            : (double.NaN, double.NaN, double.NaN);
        return !before.Equals((TargetY, ZoneTop, ZoneBottom));
    }
}
