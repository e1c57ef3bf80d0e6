namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads a stem from its start to its end, once, in constant memory.</summary>
/// <remarks>One thread at a time.</remarks>
public interface IStemReader : IDisposable
{
    /// <summary>Frames a second.</summary>
    double SampleRateHz { get; }

    /// <summary>1 (mono) or 2 (stereo).</summary>
    int Channels { get; }

    /// <summary>Frames of the whole stem, or null while only its end will tell.</summary>
    long? Frames { get; }

    /// <summary>What a person should know of the stem, one sentence; null = nothing. Complete once the end was reached.</summary>
    string? Warning { get; }

    /// <summary>Reads the next frames.</summary>
    /// <param name="left">Takes the left or only channel.</param>
    /// <param name="right">Takes the right channel, as long as <paramref name="left"/>; untouched by a mono stem.</param>
    /// <returns>Frames read; 0 only at the end. All of them are finite.</returns>
    /// <exception cref="InputException">The stem cannot be read on.</exception>
    int Read(Span<float> left, Span<float> right);

    /// <summary>Passes over frames without handing them out.</summary>
    /// <param name="frames">How many.</param>
    /// <returns>Frames passed over; fewer only at the end.</returns>
    /// <exception cref="InputException">The stem cannot be read on.</exception>
    long Skip(long frames) => FrameSkip.ByReading(this, frames);
}
