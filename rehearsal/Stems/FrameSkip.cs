namespace FaderStager.Rehearsal.Stems;

/// <summary>Passes over frames of stems that can only be read on.</summary>
internal static class FrameSkip
{
    private const int StepFrames = 8192;

    /// <summary>Reads frames and lets them go.</summary>
    /// <param name="reader">The stem.</param>
    /// <param name="frames">How many.</param>
    /// <returns>Frames passed over; fewer only at the end.</returns>
    /// <exception cref="InputException">The stem cannot be read on.</exception>
    public static long ByReading(IStemReader reader, long frames)
    {
        float[] left = new float[(int)Math.Clamp(frames, 0, StepFrames)];
        float[] right = new float[reader.Channels == 2 ? left.Length : 0];
        long skipped = 0;
        while (skipped < frames)
        {
            int step = (int)Math.Min(left.Length, frames - skipped);
            int read = reader.Read(left.AsSpan(0, step), right.Length == 0 ? [] : right.AsSpan(0, step));
            if (read == 0)
            {
                break;
            }

            skipped += read;
        }

        return skipped;
    }
}
