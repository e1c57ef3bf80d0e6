using FaderStager.Audio.Following;
using FaderStager.Mixing.Processes;
using FaderStager.Presentation.Mixes;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Editor;

/// <summary>All that an editor's words, numbers and marks come from. While it stays the same there is nothing to show anew.</summary>
/// <param name="Group">The mix.</param>
/// <param name="Sequence">What was published last of it.</param>
/// <param name="Settings">Its settings, which a person may have changed since.</param>
/// <param name="Actions">What the person did.</param>
/// <param name="Header">This track as its host and the person set it.</param>
/// <param name="FaderDb">This track's fader in dB.</param>
/// <param name="Sort">How the table is sorted.</param>
/// <param name="Rows">How many rows the table shows: voices open and close.</param>
/// <param name="OtherModuleTracks">Tracks of other modules.</param>
/// <param name="Elsewhere">Instances in other processes.</param>
/// <param name="Warning">What the loaded state lost.</param>
/// <param name="SettingsLeft">The settings that the track came with and left.</param>
/// <param name="Following">How this track follows the song.</param>
/// <param name="Profiles">The version of the profiles.</param>
/// <remarks>[ui] Immutable.</remarks>
internal readonly record struct EditorInputs(
    MixGroup Group, long Sequence, MixSettings Settings, long Actions, HeaderValues Header, double FaderDb, MixSort Sort, int Rows, int OtherModuleTracks, InstancesElsewhere Elsewhere, string? Warning, MixSettings? SettingsLeft, SongFollowing Following, long Profiles);
