using System.Collections.Immutable;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>The voices of a mix before each change of them, so that changes are taken back in turn with fader moves.</summary>
/// <remarks>[ui] under the coordinator's lock.</remarks>
internal sealed class VoiceUndo
{
    /// <summary>Changes that can be taken back.</summary>
    private const int MaximumUndo = 100;

    private readonly List<(ImmutableArray<VoiceChoice> Voices, int Batches)> _before = [];

    /// <summary>Whether there is a change to take back.</summary>
    public bool CanUndo => _before.Count > 0;

    /// <summary>Whether the last change came after the last batch of fader moves.</summary>
    /// <param name="batches">Batches that can be taken back.</param>
    public bool IsNewerThan(int batches) => CanUndo && _before[^1].Batches >= batches;

    /// <summary>Keeps the voices as they are before a change.</summary>
    /// <param name="voices">The voices.</param>
    /// <param name="batches">Batches of fader moves that can be taken back.</param>
    public void Note(ImmutableArray<VoiceChoice> voices, int batches)
    {
        _before.Add((voices, batches));
        if (_before.Count > MaximumUndo)
        {
            _before.RemoveAt(0);
        }
    }

    /// <summary>The voices before the last change, which is forgotten.</summary>
    public ImmutableArray<VoiceChoice> Take()
    {
        ImmutableArray<VoiceChoice> voices = _before[^1].Voices;
        _before.RemoveAt(_before.Count - 1);
        return voices;
    }

    /// <summary>Forgets all changes.</summary>
    public void Clear() => _before.Clear();
}
