namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Turns beats (quarter notes) into seconds of the song and back.</summary>
internal sealed class TempoMap
{
    private const double LeastBpm = 1;
    private const double MostBpm = 2_000;

    private readonly List<Stretch> _stretches = [];

    /// <summary>A tempo map.</summary>
    /// <param name="bpm">The tempo at the start.</param>
    /// <param name="points">Changes in order of their beats: from there on that tempo, or a ramp to the next one.</param>
    public TempoMap(double bpm, IEnumerable<(double Beat, double Bpm, bool IsRamp)> points)
    {
        (double Beat, double Bpm, bool IsRamp)[] sound = [.. points.Where(point => IsTempo(point.Bpm) && double.IsFinite(point.Beat)).OrderBy(point => point.Beat)];
        double first = IsTempo(bpm) ? bpm : sound.Length > 0 ? sound[0].Bpm : 120;

        // Before the first point its own tempo holds, as automation does.
        _stretches.Add(new Stretch(0, 0, sound.Length > 0 ? sound[0].Bpm : first, null, 0));
        for (int index = 0; index < sound.Length; index++)
        {
            (double beat, double from, bool isRamp) = sound[index];
            bool hasNext = index + 1 < sound.Length && sound[index + 1].Beat > beat;
            _stretches.Add(new Stretch(
                beat,
                _stretches[^1].SecondsAt(beat),
                from,
                isRamp && hasNext ? sound[index + 1].Bpm : null,
                hasNext ? sound[index + 1].Beat - beat : 0));
        }
    }

    /// <summary>The song's second at a beat.</summary>
    /// <param name="beat">In quarter notes from the start; may be below 0.</param>
    /// <returns>Seconds.</returns>
    public double SecondsAt(double beat) => Last(stretch => stretch.Beat <= beat).SecondsAt(beat);

    /// <summary>The beat at a second of the song.</summary>
    /// <param name="seconds">Seconds from the start; may be below 0.</param>
    /// <returns>Quarter notes.</returns>
    public double BeatAt(double seconds) => Last(stretch => stretch.Seconds <= seconds).BeatAt(seconds);

    /// <summary>Beats between two others at which seconds bend: changes of tempo, and places within ramps.</summary>
    /// <param name="from">The first beat, not among them.</param>
    /// <param name="to">The last one, not among them.</param>
    /// <returns>The beats in order.</returns>
    public IEnumerable<double> BendsBetween(double from, double to)
    {
        const int PlacesInARamp = 16;
        double last = from;
        for (int index = IndexOfLast(stretch => stretch.Beat <= from); index < _stretches.Count && _stretches[index].Beat < to; index++)
        {
            Stretch stretch = _stretches[index];
            int places = stretch.ToBpm is null ? 1 : PlacesInARamp;
            for (int place = 0; place < places; place++)
            {
                double beat = stretch.Beat + (stretch.Beats * place / places);
                if (beat > last && beat < to)
                {
                    last = beat;
                    yield return beat;
                }
            }
        }
    }

    private static bool IsTempo(double bpm) => bpm is >= LeastBpm and <= MostBpm;

    private Stretch Last(Predicate<Stretch> starts) => _stretches[IndexOfLast(starts)];

    private int IndexOfLast(Predicate<Stretch> starts)
    {
        int low = 0;
        int high = _stretches.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = starts(_stretches[middle]) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>A stretch of one tempo, or of a tempo that changes in proportion to the beats.</summary>
    private readonly record struct Stretch(double Beat, double Seconds, double Bpm, double? ToBpm, double Beats)
    {
        private double Slope => ToBpm is { } to ? (to - Bpm) / Beats : 0;

        public double SecondsAt(double beat)
        {
            double beats = beat - Beat;
            return Slope == 0 || Math.Abs(Slope * beats) < 1e-9
                ? Seconds + (60 * beats / Bpm)
                : Seconds + (60 / Slope * Math.Log(Math.Max(LeastBpm, Bpm + (Slope * beats)) / Bpm));
        }

        public double BeatAt(double seconds)
        {
            double passed = seconds - Seconds;
            return Math.Abs(Slope) < 1e-9
                ? Beat + (passed * Bpm / 60)
                : Beat + (Bpm / Slope * (Math.Exp(Slope * passed / 60) - 1));
        }
    }
}
