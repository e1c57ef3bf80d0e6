using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Turns an item into the clips that it plays.</summary>
internal static class ReaperItem
{
    private const double SameSpeed = 1e-6;

    // Channel modes 0 to 4 are those of stereo; then come the single channels of a surround file, from the third on, then its pairs.
    private const int FirstMonoMode = 5;
    private const int LastMonoMode = 66;

    /// <summary>The clips of an item: one, or one for each take where all takes sound.</summary>
    /// <param name="item">The item.</param>
    /// <param name="notes">Takes what is left out or approximated.</param>
    /// <returns>The clips that can be played.</returns>
    public static IEnumerable<ProjectClip> ClipsOf(RppBlock item, TrackNotes notes)
    {
        if (item.Whole("MUTE", 0) != 0)
        {
            return [];
        }

        IReadOnlyList<ReaperTake> takes = ReaperTake.Of(item);
        ReaperTake active = takes.FirstOrDefault(take => take.IsSelected) ?? takes[0];
        IEnumerable<ReaperTake> sounding = item.Whole("ALLTAKES", 0) != 0 ? takes : [active];
        return sounding.Where(take => !take.IsEmpty).Select(take => ClipOf(item, take, notes)).OfType<ProjectClip>();
    }

    private static ProjectClip? ClipOf(RppBlock item, ReaperTake take, TrackNotes notes)
    {
        ReaperSource source = ReaperSource.Of(take.Content.Blocks.FirstOrDefault(block => block.Name == "SOURCE"));
        if (!IsAudio(source, notes))
        {
            return null;
        }

        double start = item.Number("POSITION", 0, 0);
        double length = item.Number("LENGTH", 0, 0);
        double offset = take.Content.Number("SOFFS", 0, 0);
        double speed = take.Content.Number("PLAYRATE", 0, 1);
        bool isLooped = item.Whole("LOOP", 0) != 0;
        if (!isLooped && source.LengthSeconds is { } section)
        {
            length = Math.Min(length, (section - offset) / speed);
        }

        int channels = take.Content.Whole("CHANMODE", 0);
        ProjectClip clip = new()
        {
            Media = new ProjectMedia(source.File),
            StartSeconds = Math.Max(0, start),
            LengthSeconds = length + Math.Min(0, start),
            OffsetSeconds = source.StartSeconds + offset - (Math.Min(0, start) * speed),
            Speed = speed,
            Gain = GainOf(item, take),
            Channels = ChannelsOf(channels, notes),
            FileChannel = channels is >= FirstMonoMode and <= LastMonoMode ? channels - FirstMonoMode + 2 : null,
            Loop = isLooped ? new ClipLoop(source.StartSeconds, source.LengthSeconds) : null,
            Fades = [.. FadesOf(item, start, length)],
        };
        if (!clip.IsPlayable)
        {
            notes.Count("has a place, a length or a gain that is no usable number and is left out", "have a place, a length or a gain that is no usable number and are left out");
            return null;
        }

        NoteProcessing(take.Content, source, notes);
        return clip;
    }

    private static bool IsAudio(ReaperSource source, TrackNotes notes)
    {
        switch (source.Kind)
        {
            case "" or "EMPTY":
                break;
            case "MIDI" or "MIDIPOOL":
                notes.Count("is MIDI and is left out", "are MIDI and are left out");
                break;
            case "RPP_PROJECT":
                notes.Count("is a project of its own and is left out", "are projects of their own and are left out");
                break;
            case "CLICK" or "LTC":
                notes.Count("is a click or time code and is left out", "are clicks or time code and are left out");
                break;
            case var kind when kind.StartsWith("_OFFLINE_", StringComparison.Ordinal):
                notes.Count("is set offline and is left out", "are set offline and are left out");
                break;
            case var _ when source.File.Length == 0:
                notes.Count("names no file and is left out", "name no file and are left out");
                break;
            default:
                return true;
        }

        return false;
    }

    private static void NoteProcessing(RppBlock take, ReaperSource source, TrackNotes notes)
    {
        bool keepsPitch = Math.Abs(take.Number("PLAYRATE", 0, 1) - 1) > SameSpeed && take.Whole("PLAYRATE", 1, 1) != 0;
        if (keepsPitch)
        {
            notes.Count("is stretched and is played with its pitch changed", "are stretched and are played with their pitch changed");
        }

        if (take.Line("SM") is not null)
        {
            notes.Count("has stretch markers, which are not followed", "have stretch markers, which are not followed");
        }

        if (Math.Abs(take.Number("PLAYRATE", 2, 0)) > SameSpeed)
        {
            notes.Count("is shifted in pitch and is played as recorded", "are shifted in pitch and are played as recorded");
        }

        if (source.IsReversed)
        {
            notes.Count("is reversed and is played forwards", "are reversed and are played forwards");
        }

        if (take.Blocks.Any(block => block.Name == "TAKEFX" && ReaperPlugIns.Of(block).Length > 0))
        {
            notes.Count("has plug-ins of its own that are not heard here", "have plug-ins of their own that are not heard here");
        }

        if (take.Blocks.Any(block => block.Name is "VOLENV" or "MUTEENV" && ReaperEnvelope.Moves(block)))
        {
            notes.Count("has a volume envelope that is not followed", "have volume envelopes that are not followed");
        }
    }

    /// <summary>The item's gain times the take's; a negative take volume is inverted polarity.</summary>
    private static StereoGain GainOf(RppBlock item, ReaperTake take)
    {
        double itemGain = item.Number("VOLPAN", 0, 1);
        double takePan = take.IsFirst ? item.Number("VOLPAN", 1, 0) : take.Content.Number("TAKEVOLPAN", 0, 0);
        double takeGain = take.IsFirst ? item.Number("VOLPAN", 2, 1) : take.Content.Number("TAKEVOLPAN", 1, 1);
        return StereoGain.Both(itemGain * takeGain) * StereoGain.OfPan(double.IsNaN(takePan) ? 0 : takePan);
    }

    private static ClipChannels ChannelsOf(int mode, TrackNotes notes)
    {
        if (mode is < 0 or > LastMonoMode)
        {
            notes.Count("plays a pair of channels of a surround file, of which the first two are heard", "play pairs of channels of surround files, of which the first two are heard");
        }

        return mode switch
        {
            1 => ClipChannels.Swapped,
            2 => ClipChannels.Downmix,
            3 => ClipChannels.Left,
            4 => ClipChannels.Right,
            _ => ClipChannels.AsStored,
        };
    }

    private static IEnumerable<ClipFade> FadesOf(RppBlock item, double start, double length)
    {
        double end = start + length;
        if (FadeOf(item.Line("FADEIN"), length) is var (seconds, shape, bend))
        {
            yield return new ClipFade(start, start + seconds, shape, bend);
        }

        // A fade-out is a fade-in seen from the end; its bend has the other sign.
        if (FadeOf(item.Line("FADEOUT"), length) is var (outSeconds, outShape, outBend))
        {
            yield return new ClipFade(end, end - outSeconds, outShape, -outBend);
        }
    }

    /// <summary>The length that a crossfade has given wins over the one set by hand; shapes were whole numbers once.</summary>
    private static (double Seconds, FadeShape Shape, double Bend)? FadeOf(RppLine? line, double length)
    {
        double manual = line?.Figure(1, 0) ?? 0;
        double crossfade = line?.Figure(2, 0) ?? 0;
        double seconds = crossfade > 0 ? crossfade : manual;
        if (line is null || !(seconds > 0))
        {
            return null;
        }

        double bend = line.Figure(5, 0);
        FadeShape shape = (line.Count > 3 ? line.Whole(3) : line.Whole(0)) switch
        {
            1 => FadeShape.FastStart,
            5 => FadeShape.SlowEnds,
            6 => FadeShape.SteepMiddle,
            7 => FadeShape.EqualPower,
            _ => FadeShape.Linear,
        };
        return (Math.Min(seconds, length), shape, double.IsNaN(bend) ? 0 : Math.Clamp(bend, -1, 1));
    }
}
