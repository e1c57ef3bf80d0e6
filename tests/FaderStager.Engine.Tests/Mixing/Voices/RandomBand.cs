using FaderStager.Audio.Blocks;

namespace FaderStager.Engine.Tests.Mixing.Voices;

/// <summary>A session drawn at random: a kit on some tracks, with buses or not, doubled voices, names that tell nothing, tracks that are not for the listener.</summary>
/// <remarks>Each part has phrases and hits of its own; the tracks of a voice run together, and a bus holds the energy of its tracks.</remarks>
internal sealed class RandomBand
{
    private readonly Random _random;
    private readonly int _seed;
    private readonly List<BandTrack> _tracks = [];

    public RandomBand(int seed)
    {
        (_seed, _random) = (seed, new Random(seed));
        Add("Lead Vox", "lead", 0);
        AddKit();
        AddOneOf("bass", ["Bass"], ["Bass DI", "Bass Amp"]);
        AddOneOf("guitar", ["Gtr"], ["Gtr L", "Gtr R"], ["Gtr L 57", "Gtr L 421", "Gtr R 57", "Gtr R 421"]);
        AddOneOf("keys", ["Keys"], ["Piano L", "Piano R"], []);
        AddOneOf("backing", [], ["BV"], ["BV 1", "BV 2", "BV 3", "BV 4", "BV 5", "BV 6", "BV 7", "BV 8"]);
        AddOneOf("pad", [], ["Pad"], ["Strings L", "Strings R"]);
        AddOneOf("double", [], ["Lead Vox DT"]);
        AddOneOf("click", [], ["Click"]);
        for (int unknown = _random.Next(3); unknown > 0; unknown--)
        {
            Add($"Audio {unknown + 10}", $"unknown {unknown}", Level());
        }
    }

    /// <summary>The tracks, the focal first.</summary>
    public IReadOnlyList<BandTrack> Tracks => _tracks;

    /// <summary>How loud a track is in a slot, in LUFS.</summary>
    public double LufsAt(BandTrack track, int slot) => track.Children.Count == 0
        ? track.Db + EnvelopeDb(track.Part, slot)
        : track.Db + Decibels.FromPower(track.Children.Sum(child => Decibels.ToPower(LufsAt(child, slot))));

    private void AddKit()
    {
        string[][] drums = _random.Next(4) switch
        {
            0 => [],
            1 => [["Kick"], ["Snare"], ["OH"], ["HiHat"], ["Tom"]],
            2 => [["Kick In", "Kick Out"], ["Snare Top", "Snare Bot"], ["OH L", "OH R"], ["HiHat"], ["Tom 1", "Tom 2"]],
            _ => [["Kick In", "Kick Out", "Kick Sub", "Kick Trig"], ["Snare Top", "Snare Bot"], ["OH L", "OH R"], ["HiHat"], ["Tom 1", "Tom 2"]],
        };
        string[] parts = ["kick", "snare", "cymbals", "hat", "toms"];
        for (int drum = 0; drum < drums.Length; drum++)
        {
            AddVoice(parts[drum], drums[drum]);
        }

        List<BandTrack> kit = _tracks[1..];
        if (kit.Count == 0)
        {
            Add("Drums", "drums", Level());
        }
        else if (_random.Next(2) == 0)
        {
            _tracks.Add(new BandTrack("Drum Bus", "", 0, kit));
            if (_random.Next(2) == 0)
            {
                _tracks.Add(new BandTrack("Parallel Drums", "", _random.Next(2) == 0 ? -12 : -6, kit));
            }
        }
    }

    private void AddOneOf(string part, params string[][] choices) => AddVoice(part, choices[_random.Next(choices.Length)]);

    private void AddVoice(string part, string[] names)
    {
        double level = Level() - (10 * Math.Log10(Math.Max(1, names.Length)));
        foreach (string name in names)
        {
            Add(name, part, level);
        }
    }

    private void Add(string name, string part, double db) => _tracks.Add(new BandTrack(name, part, db, []));

    private double Level() => Math.Round((_random.NextDouble() * 16) - 12, 1);

    // The double sings with the lead, and every part has rests.
    private double EnvelopeDb(string part, int slot)
    {
        bool isHit = part is "kick" or "snare" or "hat" or "toms" or "cymbals" or "drums" or "click";
        uint hash = (uint)((part == "double" ? "lead" : part).Aggregate(_seed, (sum, letter) => (sum * 31) + letter) + (slot / (isHit ? 3 : 9)));
        hash = (hash ^ (hash >> 15)) * 2654435761u;
        hash = (hash ^ (hash >> 13)) * 2246822519u;
        return -22 - (isHit ? slot % 3 * 5 : 0) - (((hash >> 16) % 5) switch { 0 => 0, 1 => 3, 2 => 6, 3 => 9, _ => 26 });
    }
}
