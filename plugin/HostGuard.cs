namespace FaderStager.Plugin;

/// <summary>Keeps exceptions away from the host and tells each kind of trouble once.</summary>
/// <param name="log">Where to; called on the host's thread, never on an audio thread.</param>
internal sealed class HostGuard(Action<string> log)
{
    private readonly HashSet<string> _told = [];
    private Exception? _fromAudio;

    /// <summary>Runs a call of the host's.</summary>
    /// <param name="what">Its name, for the log.</param>
    /// <param name="act">What it does.</param>
    /// <remarks>[ui]</remarks>
#pragma warning disable CA1031 // A host is no place for an exception of ours, whatever it is.
    public void Run(string what, Action act)
    {
        try
        {
            TellAudio();
            act();
        }
        catch (Exception problem)
        {
            Tell($"{what} failed: {problem}");
        }
    }
#pragma warning restore CA1031

    /// <summary>Tells a sentence, unless it was told before.</summary>
    /// <remarks>[ui]</remarks>
    public void Tell(string sentence)
    {
        lock (_told)
        {
            if (!_told.Add(sentence))
            {
                return;
            }
        }

        Log($"FaderStager: {sentence}");
    }

    /// <summary>Keeps the first exception of the audio thread until the host's thread comes by.</summary>
    /// <remarks>[audio]</remarks>
    public void Note(Exception problem) => Interlocked.CompareExchange(ref _fromAudio, problem, null);

    private void TellAudio()
    {
        if (Interlocked.Exchange(ref _fromAudio, null) is { } problem)
        {
            Tell($"a block was passed through unprocessed: {problem}");
        }
    }

#pragma warning disable CA1031 // A log that cannot be written is no reason to fail.
    private void Log(string line)
    {
        try
        {
            log(line);
        }
        catch (Exception)
        {
            // Nowhere left to say it.
        }
    }
#pragma warning restore CA1031
}
