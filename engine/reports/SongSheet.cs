using System.Collections.Immutable;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Songs;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>A mix over its song with every voice's lane: what the console and the page draw.</summary>
/// <param name="State">Sections, readings, rides.</param>
/// <param name="Lanes">A lane a voice, in the order of the mix.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record SongSheet(SongState State, ImmutableArray<SongLane> Lanes)
{
    /// <summary>Columns of a lane: two points a pixel of the page.</summary>
    public const int Columns = 960;

    /// <summary>The song of a mix as it stands.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="refresh">Lets the coordinator take a turn.</param>
    /// <returns>The sheet.</returns>
    /// <remarks>[any but audio]</remarks>
    public static SongSheet Of(Mix mix, Action refresh)
    {
        mix.Song.Ask(atOnce: true);
        refresh();
        SongState song = mix.Song.State;
        return new SongSheet(song, [.. song.Rows.Select(row => LaneOf(mix, row))]);
    }

    private static SongLane LaneOf(Mix mix, SongRow row)
    {
        SongTrace trace = mix.Song.Draw(new SongQuestion(row.TrackId, double.NaN, double.NaN, Columns));
        return new SongLane(row, [.. trace.LowLu], [.. trace.HighLu]);
    }
}
