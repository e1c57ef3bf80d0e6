namespace FaderStager.Rehearsal.Stems;

/// <summary>A stem whose channels can be read one by one.</summary>
public interface ISplittableStem : IStemSource
{
    /// <summary>One channel as a mono stem.</summary>
    /// <param name="channel">Which one, from 0.</param>
    /// <param name="name">The stem's name.</param>
    /// <returns>The stem.</returns>
    IStemSource Channel(int channel, string name);
}
