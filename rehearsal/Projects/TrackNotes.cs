using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Projects;

/// <summary>Collects what is left out or approximated on one track, and says it once each.</summary>
internal sealed class TrackNotes
{
    private readonly List<(string One, string Many, int Clips)> _notes = [];

    /// <summary>The phrases so far, in the order in which they came up.</summary>
    public ImmutableArray<string> Phrases => [.. _notes.Select(note => note.Clips switch
    {
        0 => note.One,
        1 => $"1 clip {note.One}",
        _ => $"{note.Clips} clips {note.Many}",
    })];

    /// <summary>Notes something of the whole track.</summary>
    /// <param name="phrase">A phrase that follows the track's name and a colon.</param>
    public void Add(string phrase)
    {
        if (!_notes.Exists(note => note.One == phrase))
        {
            _notes.Add((phrase, phrase, 0));
        }
    }

    /// <summary>Counts a clip of which the same is to be said.</summary>
    /// <param name="one">What follows "1 clip".</param>
    /// <param name="many">What follows "2 clips".</param>
    public void Count(string one, string many)
    {
        int index = _notes.FindIndex(note => note.One == one);
        if (index < 0)
        {
            _notes.Add((one, many, 1));
        }
        else
        {
            _notes[index] = (one, many, _notes[index].Clips + 1);
        }
    }
}
