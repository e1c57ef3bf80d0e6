namespace FaderStager.Audio.Metering;

/// <summary>A VU meter's needle: the RMS of each 10 ms moves it as a mass on a damped spring.</summary>
/// <remarks>
/// [audio] A steady tone that starts is at 99 % after 300 ms and swings over by 1.25 %, the middle of the 1 to 1.5 % that are asked
/// for; that fixes both constants. Within 10 ms the RMS counts as steady, and the motion is then exact.
/// The meter of the standard is moved by the rectified mean, calibrated to a sine's RMS; this one by the RMS itself. On a sine both are the
/// same; on music the RMS is 1 to 2 dB higher, and it is what working levels are told in.
/// <b>Source:</b> IEC 60268-17:1990 (volume indicator), response time and overswing.
/// </remarks>
internal struct VuNeedle
{
    /// <summary>Share of critical damping that swings over by 1.25 %: ln 80 / sqrt(pi^2 + ln^2 80).</summary>
    private const double Damping = 0.8127169864286775;

    /// <summary>The motion first reaches 99 % where its own time is this; the standard has it there after 300 ms.</summary>
    private const double TimeTo99Percent = 4.053573768759813;

    private const double Frequency = TimeTo99Percent / 0.3;

    /// <summary>An amplitude this small (-200 dB) is at rest.</summary>
    private const double Resting = 1e-10;

    private readonly double _sampleRateHz;
    private int _frames;
    private double _place;
    private double _speed;
    private double _placeByPlace;
    private double _placeBySpeed;
    private double _speedByPlace;
    private double _speedBySpeed;

    /// <summary>A needle at rest.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <remarks>[setup]</remarks>
    public VuNeedle(double sampleRateHz) => _sampleRateHz = sampleRateHz;

    /// <summary>Lets it fall to rest at once.</summary>
    /// <remarks>[setup]</remarks>
    public void Reset() => (_place, _speed) = (0, 0);

    /// <summary>Moves it on.</summary>
    /// <param name="meanSquare">Mean square of what was heard, mean over channels.</param>
    /// <param name="frames">Frames heard, about 10 ms.</param>
    /// <returns>Where it stands, as an amplitude; not below 0.</returns>
    /// <remarks>[audio]</remarks>
    public double Move(double meanSquare, int frames)
    {
        if (Math.Abs(frames - _frames) > 1)
        {
            // Hops of rates that 100 does not divide differ by a frame: nothing to work out anew for that.
            _frames = frames;
            Solve(frames / _sampleRateHz);
        }

        double target = Math.Sqrt(meanSquare);
        double away = _place - target;
        double place = target + (away * _placeByPlace) + (_speed * _placeBySpeed);
        double speed = (away * _speedByPlace) + (_speed * _speedBySpeed);
        bool isAtRest = target == 0 && Math.Abs(place) < Resting && Math.Abs(speed) < Resting;
        (_place, _speed) = isAtRest ? (0, 0) : (place, speed);
        return Math.Max(0, _place);
    }

    /// <summary>The motion over a step towards a target that stands still, solved.</summary>
    private void Solve(double seconds)
    {
        double decay = Damping * Frequency;
        double swing = Frequency * Math.Sqrt(1 - (Damping * Damping));
        double left = Math.Exp(-decay * seconds);
        (double sine, double cosine) = Math.SinCos(swing * seconds);
        _placeByPlace = left * (cosine + (decay / swing * sine));
        _placeBySpeed = left * sine / swing;
        _speedByPlace = -left * (Frequency * Frequency) / swing * sine;
        _speedBySpeed = left * (cosine - (decay / swing * sine));
    }
}
