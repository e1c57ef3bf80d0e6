using System.Collections.Immutable;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Turns the tracks of a project into those of the model.</summary>
/// <param name="blocks">The tracks in the order of the file.</param>
/// <param name="panLaw">The project's pan law, as a gain in the middle.</param>
/// <param name="isWindows">Whether it was saved on Windows, which stores colours in another order.</param>
internal sealed class ReaperTracks(IReadOnlyList<RppBlock> blocks, double panLaw, bool isWindows)
{
    private const int NoColour = 16_576;
    private const int StereoChannels = 2;
    private const int ChannelBits = 1023;
    private const int FixedLanes = 2;
    private const int StereoPan = 5;
    private const int DualPan = 6;

    private readonly List<ProjectSend>[] _sends = [.. blocks.Select(_ => new List<ProjectSend>())];
    private readonly TrackNotes[] _notes = [.. blocks.Select(_ => new TrackNotes())];

    /// <summary>Reads them.</summary>
    /// <returns>The tracks, at their indexes.</returns>
    public ImmutableArray<ProjectTrack> Read()
    {
        for (int receiver = 0; receiver < blocks.Count; receiver++)
        {
            ReadReceives(receiver);
        }

        int[] parents = Parents();
        HashSet<int> folders = [.. parents];
        return [.. blocks.Select((block, index) => Track(block, index, parents[index]) with { IsGroup = folders.Contains(index) })];
    }

    private ProjectTrack Track(RppBlock block, int index, int parent)
    {
        TrackNotes notes = _notes[index];
        ProjectClip[] clips = [.. Sounding(block, notes).SelectMany(item => ReaperItem.ClipsOf(item, notes)).OrderBy(clip => clip.StartSeconds)];
        NoteOverlaps(clips, notes);
        double pan = block.Number("VOLPAN", 1, 0);
        double law = block.Number("VOLPAN", 2, -1);
        double fader = block.Number("VOLPAN", 0, 1);
        NoteMoves(block, notes);
        return new ProjectTrack
        {
            Name = NameOf(block),
            Colour = ColourOf(block),
            FaderDb = fader < 0 ? double.NaN : Decibels.FromAmplitude(fader),
            PanGain = StereoGain.OfPan(double.IsNaN(pan) ? 0 : pan, law > 0 ? law : panLaw),
            IsMuted = block.Whole("MUTESOLO", 0) != 0,
            IsSoloed = block.Whole("MUTESOLO", 1) is 1 or 2,
            IsInverted = block.Whole("IPHASE", 0) != 0,
            Output = block.Whole("MAINSEND", 0, 1) == 0 ? ProjectOutput.None : parent,
            Sends = [.. _sends[index]],
            Clips = [.. clips],
            PlugIns = block.Whole("FX", 0, 1) == 0 ? [] : ReaperPlugIns.Of(block.Blocks.FirstOrDefault(inner => inner.Name == "FXCHAIN")),
            Notes = notes.Phrases,
        };
    }

    /// <summary>A name that holds all kinds of quotes stands in a block of its own, behind a line that has it with other quotes.</summary>
    private static string NameOf(RppBlock block) =>
        block.Blocks.FirstOrDefault(inner => inner.Name == "NAME")?.Lines.FirstOrDefault() is { } exact
            ? exact.Raw.TrimStart(' ', '\t')[1..].Trim()
            : block.Line("NAME")?.Text(0).Trim() ?? "";

    private int? ColourOf(RppBlock block)
    {
        int stored = block.Whole("PEAKCOL", 0, NoColour);
        int colour = stored & 0xFFFFFF;
        return stored == NoColour || stored >> 24 != 1 ? null
            : isWindows ? ((colour & 0xFF) << 16) | (colour & 0xFF00) | (colour >> 16)
            : colour;
    }

    /// <summary>The index of the folder that each track stands in; the depth changes after a track by its second ISBUS figure.</summary>
    private int[] Parents()
    {
        int[] parents = new int[blocks.Count];
        Stack<int> folders = [];
        for (int index = 0; index < blocks.Count; index++)
        {
            parents[index] = folders.TryPeek(out int folder) ? folder : ProjectOutput.Master;
            int change = blocks[index].Whole("ISBUS", 1);
            if (change > 0)
            {
                folders.Push(index);
            }

            for (; change < 0 && folders.Count > 0; change++)
            {
                _ = folders.Pop();
            }
        }

        return parents;
    }

    private void ReadReceives(int receiver)
    {
        foreach (RppLine line in blocks[receiver].Lines.Where(line => line.Key == "AUXRECV"))
        {
            int sender = line.Whole(0, -1);
            int from = line.Whole(7);
            int to = line.Whole(8);
            bool isHeard = sender >= 0 && sender < blocks.Count && sender != receiver
                && from >= 0 && (from & ChannelBits) < StereoChannels && to >= 0 && (to & ChannelBits) < StereoChannels
                && line.Whole(4) == 0;
            if (!isHeard)
            {
                continue;
            }

            double sign = line.Whole(6) != 0 ? -1 : 1;
            double pan = line.Figure(3, 0);
            StereoGain gain = StereoGain.Both(sign * line.Figure(2, 1)) * StereoGain.OfPan(double.IsNaN(pan) ? 0 : pan);
            if (gain.IsSound)
            {
                _sends[sender].Add(new ProjectSend(receiver, gain, IsPreFader: line.Whole(1) != 0));
            }
            else
            {
                _notes[sender].Add("a send has a level that is no usable number and is left out");
            }
        }

        if (blocks[receiver].Blocks.Any(envelope => envelope.Name.StartsWith("AUX", StringComparison.Ordinal) && ReaperEnvelope.Moves(envelope)))
        {
            _notes[receiver].Add("what it receives is automated, which is not followed");
        }
    }

    /// <summary>The items that play: with fixed lanes, those of the lanes that do.</summary>
    private static IEnumerable<RppBlock> Sounding(RppBlock track, TrackNotes notes)
    {
        bool hasLanes = track.Whole("FREEMODE", 0) == FixedLanes;
        int playing = track.Whole("LANESOLO", 0, -1);
        foreach (RppBlock item in track.Blocks.Where(block => block.Name == "ITEM"))
        {
            double lane = Math.Round(item.Number("YPOS", 0, 0) / item.Number("YPOS", 1, 1));
            if (hasLanes && playing > 0 && lane is >= 0 and < 31 && ((playing >> (int)lane) & 1) == 0)
            {
                notes.Count("lies in a lane that does not play and is left out", "lie in lanes that do not play and are left out");
                continue;
            }

            yield return item;
        }
    }

    private static void NoteMoves(RppBlock track, TrackNotes notes)
    {
        RppBlock[] moving = [.. track.Blocks.Where(block => RppTree.IsEnvelope(block) && ReaperEnvelope.Moves(block))];
        if (moving.Any(envelope => envelope.Name is "VOLENV" or "VOLENV2" or "VOLENV3"))
        {
            notes.Add("its volume is automated; the fader is taken as it stands");
        }

        if (moving.Any(envelope => envelope.Name == "MUTEENV"))
        {
            notes.Add("its mute is automated, which is not followed");
        }

        if (track.Whole("PANMODE", 0) is StereoPan or DualPan && (track.Number("VOLPAN", 3, -1) != -1 || track.Number("VOLPAN", 4, 1) != 1))
        {
            notes.Add("its width or dual pan is not played");
        }

        if (track.Number("PLAYOFFS", 0, 0) != 0 && (track.Whole("PLAYOFFS", 1) & 1) == 0)
        {
            notes.Add("its playback offset is not followed");
        }
    }

    private static void NoteOverlaps(ProjectClip[] clips, TrackNotes notes)
    {
        const double Tolerance = 1e-3;
        for (int index = 1; index < clips.Length; index++)
        {
            double overlap = clips[index - 1].EndSeconds - clips[index].StartSeconds;
            if (overlap > Tolerance && !clips[(index - 1)..(index + 1)].Any(clip => clip.Fades.Any(fade => Math.Abs(fade.FullSeconds - fade.SilentSeconds) >= overlap - Tolerance)))
            {
                notes.Count("overlaps the one before it without a crossfade; both are played", "overlap the ones before them without a crossfade; both are played");
            }
        }
    }
}
