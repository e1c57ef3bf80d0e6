using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>What a person can do to the voices of a mix. A voice that a person made holds whatever names and envelopes say.</summary>
/// <remarks>Kept in the mix's settings, taken back in turn with fader moves. The published state follows at the worker's next turn.</remarks>
public sealed class MixVoices
{
    private readonly Mix _mix;
    private readonly FaderMoves _faders;
    private readonly VoiceUndo _undo = new();

    internal MixVoices(Mix mix, FaderMoves faders) => (_mix, _faders) = (mix, faders);

    /// <summary>Whether the last change came after the last command for the faders, so that it is taken back first.</summary>
    internal bool IsNext => _undo.IsNewerThan(_faders.Count);

    /// <summary>Makes one voice of two: what is dragged joins what it is dropped on. A person's voice holds whatever names and envelopes say.</summary>
    /// <param name="tracks">The tracks that join, be they a whole voice or single ones.</param>
    /// <param name="into">A track of the voice that they join; its name is kept.</param>
    /// <remarks>[ui] Kept in the mix's settings, and taken back by <see cref="Mix.Undo"/>.</remarks>
    public void Join(IReadOnlyCollection<Guid> tracks, Guid into) => Edit((voices, snapshot) =>
        VoiceChoices.Join(voices, [.. MembersOf(snapshot, voices, into), .. tracks], NameOf(snapshot, voices, into)));

    /// <summary>Makes each of some tracks a voice of its own.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <remarks>[ui] Kept in the mix's settings, and taken back by <see cref="Mix.Undo"/>.</remarks>
    public void Split(IReadOnlyCollection<Guid> tracks) => Edit((voices, snapshot) =>
    {
        // What is left together stays so, whatever is heard later.
        ImmutableArray<VoiceChoice> kept = voices;
        foreach (Guid track in tracks)
        {
            ImmutableArray<Guid> members = MembersOf(snapshot, kept, track);
            kept = members.Length > 1 ? VoiceChoices.Join(kept, members, NameOf(snapshot, kept, track)) : kept;
        }

        return VoiceChoices.Split(kept, tracks);
    });

    /// <summary>Names a voice, and pins it: its tracks stay together.</summary>
    /// <param name="trackId">A track of the voice.</param>
    /// <param name="name">Its name; null or blank = it is named after its tracks, and pinned as it was proposed.</param>
    /// <remarks>[ui] Kept in the mix's settings, and taken back by <see cref="Mix.Undo"/>.</remarks>
    public void Name(Guid trackId, string? name) => Edit((voices, snapshot) => VoiceChoices.Join(voices, MembersOf(snapshot, voices, trackId), name));

    /// <summary>Leaves the tracks of a voice to what names and envelopes say again.</summary>
    /// <param name="trackId">A track of the voice.</param>
    /// <remarks>[ui] Kept in the mix's settings, and taken back by <see cref="Mix.Undo"/>.</remarks>
    public void Release(Guid trackId) => Edit((voices, snapshot) => VoiceChoices.Release(voices, MembersOf(snapshot, voices, trackId)));

    /// <summary>Takes the last change back where no fader moved since.</summary>
    internal bool Undo()
    {
        if (!IsNext)
        {
            return false;
        }

        _mix.Edit(settings => settings with { Voices = _undo.Take() });
        return true;
    }

    internal void Clear() => _undo.Clear();

    // The tracks of a voice: those that a person put there, away or not, else those that are heard as one.
    private static ImmutableArray<Guid> MembersOf(MixSnapshot snapshot, ImmutableArray<VoiceChoice> voices, Guid trackId)
    {
        if (voices.FirstOrDefault(voice => voice.Tracks.Contains(trackId)) is { } chosen)
        {
            return chosen.Tracks;
        }

        Guid id = snapshot.Tracks.FirstOrDefault(track => track.Id == trackId)?.VoiceId ?? Guid.Empty;
        return id == Guid.Empty ? [trackId] : [.. snapshot.Tracks.Where(track => track.VoiceId == id).Select(track => track.Id)];
    }

    // The name that a person gave, or that the voice has by its tracks where it has several.
    private static string? NameOf(MixSnapshot snapshot, ImmutableArray<VoiceChoice> voices, Guid trackId) =>
        voices.FirstOrDefault(voice => voice.Tracks.Contains(trackId))?.Name ?? snapshot.Tracks.FirstOrDefault(track => track.Id == trackId)?.VoiceName;

    private void Edit(Func<ImmutableArray<VoiceChoice>, MixSnapshot, ImmutableArray<VoiceChoice>> edit)
    {
        MixSnapshot snapshot = _mix.State.Snapshot;
        _mix.Edit(settings =>
        {
            _undo.Note(settings.Voices, _faders.Count);
            return settings with { Voices = edit(settings.Voices, snapshot) };
        });
    }
}
