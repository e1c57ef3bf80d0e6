using System.Collections.Frozen;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Voices;

/// <summary>Tells from a track's name whether it is there for the listener.</summary>
/// <remarks>[any] Pure. A name that tells nothing is part of the mix.</remarks>
public static class TrackUses
{
    private static readonly FrozenDictionary<string, TrackUse> Words = new (TrackUse Use, string Words)[]
    {
        (TrackUse.Click, "click clicks clicktrack clk klick clic metronome metronom metronomo metro countin countoff count einzahler zahler vorzahler claqueta conteo"),
        (TrackUse.Talkback, "talkback slate talkbackmic tbmic"),
        (TrackUse.Guide, "guide guidetrack guidevox guidevocal scratchvox scratchvocal scratchtrack scratchgtr scratchguitar scratchbass scratchkeys scratchpiano scratchdrums pilot pilotspur pilotvocal guia guida vozguia voixtemoin"),
        (TrackUse.Reference, "reference references referenz referencia riferimento maqueta maquette referencetrack referencemix ref reftrack bounce bounced roughmix finalmix masterbounce songmaster mixprint"),
        (TrackUse.Trigger, "sidechain scin sctrig sctrigger sckick kicksc ducktrigger ghostkick timecode ltc smpte"),
    }.SelectMany(line => line.Words.Split(' ').Select(word => KeyValuePair.Create(word, line.Use))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a track is for.</summary>
    /// <param name="name">The track's name.</param>
    /// <returns>Its use.</returns>
    /// <remarks>[any] Null and empty names are part of the mix.</remarks>
    public static TrackUse FromName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return TrackUse.Mixed;
        }

        const int LongestNameRead = 200;
        List<string> words = NameWords.Of(name.Length > LongestNameRead ? name[..LongestNameRead] : name);
        if (words is ["tb"])
        {
            return TrackUse.Talkback;
        }

        for (int first = 0; first < words.Count; first++)
        {
            for (int length = Math.Min(3, words.Count - first); length > 0; length--)
            {
                if (Words.TryGetValue(string.Concat(words.Skip(first).Take(length)), out TrackUse use))
                {
                    return use;
                }
            }
        }

        return TrackUse.Mixed;
    }
}
