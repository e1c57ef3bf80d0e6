namespace FaderStager.Measuring;

/// <summary>A part of a track's song, measured as if nothing but that part had been heard.</summary>
/// <remarks>
/// [worker] Its gates are its own: in a quiet verse the verse decides what sounds. A page is copied again only when it changed.
/// </remarks>
public sealed class SongPart
{
    private readonly Dictionary<long, long> _stamps = [];
    private SlotRange _range;
    private long _removals = -1;

    /// <summary>The part as a track is read. Its live reading and its change upstream are those of no track: ask the whole song.</summary>
    public TrackAnalysis Analysis { get; } = new() { LetsGo = false };

    /// <summary>The part against the focal's.</summary>
    public RelativeLoudness Relative { get; } = new();

    /// <summary>Takes in what changed of the song or of the part's borders.</summary>
    /// <param name="song">The whole track.</param>
    /// <param name="range">Which part.</param>
    public void Update(TrackAnalysis song, SlotRange range)
    {
        if (range != _range || song.Timeline.Removals != _removals)
        {
            Analysis.Clear();
            _stamps.Clear();
            (_range, _removals) = (range, song.Timeline.Removals);
        }

        for (int i = 0; i < song.Timeline.Pages.Count; i++)
        {
            SlotPage page = song.Timeline.Pages[i];
            SlotRange common = range.Intersect(page.Slots);
            if (common.Count > 0 && _stamps.GetValueOrDefault(page.Index) != page.Revision)
            {
                _stamps[page.Index] = page.Revision;
                Analysis.Mirror(song, page, common);
            }
        }

        Analysis.Update();
    }
}
