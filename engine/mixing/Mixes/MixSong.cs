using System.Collections.Immutable;
using FaderStager.Mixing.Songs;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Mixing.Mixes;

/// <summary>A mix over its song: what counts, sections, rides and each voice's curve. Worked out only while somebody asks.</summary>
/// <remarks>
/// A view asks with each of its refreshes and reads what the worker made of the last question, 100 ms later. A report asks, lets the
/// coordinator take a turn, and reads.
/// </remarks>
public sealed class MixSong
{
    private readonly Mix _mix;
    private readonly SongBoard _board;
    private readonly Action<Action> _betweenTurns;

    internal MixSong(Mix mix, SongBoard board, Action<Action> betweenTurns) => (_mix, _board, _betweenTurns) = (mix, board, betweenTurns);

    /// <summary>Sections, readings in each of them, and rides, as they were worked out last.</summary>
    /// <remarks>[any]</remarks>
    public SongState State => _board.State;

    /// <summary>The voice that was drawn last: see <see cref="SongTrace"/> on how long it stays.</summary>
    /// <remarks>[any]</remarks>
    public SongTrace Trace => _board.Trace;

    /// <summary>Where the song was heard last while somebody asked, in seconds of song; NaN = nowhere yet.</summary>
    /// <remarks>[any]</remarks>
    public double PositionSeconds => _board.PositionSeconds;

    /// <summary>Asks for the song, and for one voice to be drawn.</summary>
    /// <param name="question">The voice; null = the song alone.</param>
    /// <param name="atOnce">Whether the whole song is to follow with the next turn, though it plays: for reports.</param>
    /// <remarks>[any] To be asked again with each refresh: who stops asking costs nothing. Allocates nothing.</remarks>
    public void Ask(SongQuestion? question = null, bool atOnce = false) => _board.Ask(question, atOnce);

    /// <summary>The curve of a voice at any number of columns, at once.</summary>
    /// <param name="question">The voice and the stretch.</param>
    /// <returns>A trace of its own.</returns>
    /// <remarks>[any but audio] For reports: it waits for a turn that runs.</remarks>
    public SongTrace Draw(SongQuestion question)
    {
        SongTrace trace = new();
        _betweenTurns(() => _board.Draw(question, trace));
        return trace;
    }

    /// <summary>Takes the markers of a session in place of sections found by ear.</summary>
    /// <param name="markers">The markers; none = sections are found.</param>
    /// <remarks>[any] Never saved: the session has them.</remarks>
    public void Mark(ImmutableArray<SongMarker> markers) => _board.Mark(markers);

    /// <summary>Says what of the song counts in readings, hints and headline.</summary>
    /// <param name="kind">What counts. <see cref="CountsKind.ChosenPart"/> counts the part chosen last.</param>
    /// <remarks>[ui] Saved with the mix.</remarks>
    public void Count(CountsKind kind) => _mix.Edit(settings => settings with { Counts = kind });

    /// <summary>Lets a part of the song count.</summary>
    /// <param name="fromSeconds">Where it starts, in seconds of song.</param>
    /// <param name="toSeconds">Where it ends.</param>
    /// <returns>False where this is no part: it ends before it starts, lasts less than a slot of 100 ms, or a time is not finite.</returns>
    /// <remarks>[ui] Saved with the mix.</remarks>
    public bool CountPart(double fromSeconds, double toSeconds)
    {
        if (Measuring.SlotRange.Of(fromSeconds, toSeconds).Count == 0)
        {
            return false;
        }

        _mix.Edit(settings => settings with { Counts = CountsKind.ChosenPart, CountsFromSeconds = fromSeconds, CountsToSeconds = toSeconds });
        return true;
    }

    /// <summary>Names a section, and with it all that have the same letter.</summary>
    /// <param name="atSeconds">A time within it.</param>
    /// <param name="name">The name; null or blank takes it away.</param>
    /// <returns>False where there is no section.</returns>
    /// <remarks>[ui] Saved with the mix.</remarks>
    public bool NameSection(double atSeconds, string? name)
    {
        SongSection? named = State.Sections.FirstOrDefault(section => atSeconds >= section.FromSeconds && atSeconds < section.ToSeconds);
        if (named is null)
        {
            return false;
        }

        SongSection[] alike = [.. State.Sections.Where(section => section == named || (named.Letter.Length > 0 && section.Letter == named.Letter))];
        SectionName[] names = string.IsNullOrWhiteSpace(name) ? [] : [.. alike.Select(section => new SectionName((section.FromSeconds + section.ToSeconds) / 2, name.Trim()))];
        _mix.Edit(settings => settings with
        {
            SectionNames =
            [
                .. settings.SectionNames.Where(known => !alike.Any(section => known.AtSeconds >= section.FromSeconds && known.AtSeconds < section.ToSeconds)),
                .. names,
            ],
        });
        return true;
    }
}
