using FaderStager.Mixing.Faults;

namespace FaderStager.Vst3.Abi;

/// <summary>Exceptions that would have crossed into the host: a mistake of ours, which costs an answer and not the host.</summary>
internal static class Fault
{
    /// <summary>Notes an exception in the log of the process.</summary>
    /// <param name="place">Where it was caught.</param>
    /// <param name="exception">What was caught.</param>
    /// <returns>What the host is told.</returns>
    /// <remarks>[any], [audio] included: nothing is written or waited for.</remarks>
    public static int Report(string place, Exception exception)
    {
        FaultLog.Shared.Note(place, exception);
        return Result.InternalError;
    }
}
