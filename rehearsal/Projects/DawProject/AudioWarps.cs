namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Where a file's seconds stand in the song: straight lines between points.</summary>
internal static class AudioWarps
{
    /// <summary>How far points may be off a straight line, in seconds. Bitwig rounds them to 32 bits.</summary>
    private const double ToleranceSeconds = 2e-3;

    private const int LongestRun = 256;

    /// <summary>The lines between points, those that run straight on joined.</summary>
    /// <param name="points">Seconds of the song and of the file that belong together; at least two.</param>
    /// <returns>Each line with the seconds of the song from which it holds; the first holds before it too, the last behind it.</returns>
    public static IReadOnlyList<(double Song, double File, double Speed)> Lines(IReadOnlyList<(double Song, double File)> points)
    {
        List<(double Song, double File, double Speed)> lines = [];
        int from = 0;
        while (from < points.Count - 1)
        {
            int to = from + 1;
            while (to + 1 < points.Count && to - from < LongestRun && IsStraight(points, from, to + 1))
            {
                to++;
            }

            double speed = (points[to].File - points[from].File) / (points[to].Song - points[from].Song);
            bool isAsRecorded = Math.Abs(points[to].File - points[from].File - (points[to].Song - points[from].Song)) < ToleranceSeconds;
            lines.Add((points[from].Song, points[from].File, isAsRecorded ? 1 : speed));
            from = to;
        }

        return lines;
    }

    private static bool IsStraight(IReadOnlyList<(double Song, double File)> points, int from, int to)
    {
        double speed = (points[to].File - points[from].File) / (points[to].Song - points[from].Song);
        for (int index = from + 1; index < to; index++)
        {
            double file = points[from].File + ((points[index].Song - points[from].Song) * speed);
            if (!(Math.Abs(file - points[index].File) < ToleranceSeconds))
            {
                return false;
            }
        }

        return true;
    }
}
