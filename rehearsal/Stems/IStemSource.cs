namespace FaderStager.Rehearsal.Stems;

/// <summary>A stem that can be read as often as needed.</summary>
public interface IStemSource
{
    /// <summary>The stem's name: a file's without folder and extension.</summary>
    string Name { get; }

    /// <summary>Where it is, for messages: the file's path, or what made it.</summary>
    string Origin { get; }

    /// <summary>The files that it is read from, which nothing may be written over.</summary>
    IReadOnlyList<string> Files => [Origin];

    /// <summary>Looks at the stem's head. Cheap: nothing is decoded and no program started.</summary>
    /// <returns>What the head says, or null when only opening will tell.</returns>
    /// <exception cref="InputException">The stem cannot be read; the message names it and says why.</exception>
    StemHead? Inspect();

    /// <summary>Opens the stem at its start.</summary>
    /// <returns>A reader, to be disposed.</returns>
    /// <exception cref="InputException">The stem cannot be read; the message names it and says why.</exception>
    IStemReader Open();
}
