using FaderStager.Reports;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Tables;

/// <summary>Orders the rows of a table by voices: a voice of several tracks has a row of its own, and its tracks stand below it.</summary>
internal static class VoiceRows
{
    /// <summary>The rows.</summary>
    /// <param name="rows">The tracks' rows, in their order.</param>
    /// <returns>For each row what it is called, and whether it is a track within a voice. A voice's own row is that of its first track.</returns>
    public static IEnumerable<(string Label, ReportRow Row, bool IsMember)> Of(IReadOnlyList<ReportRow> rows)
    {
        HashSet<Guid> shown = [];
        foreach (ReportRow row in rows)
        {
            Guid voice = row.Reading.VoiceId;
            if (voice == Guid.Empty)
            {
                yield return (row.Reading.Name, row, false);
            }
            else if (shown.Add(voice))
            {
                ReportRow[] members = [.. rows.Where(other => other.Reading.VoiceId == voice)];
                yield return ($"{NameOf(row.Reading)} ({members.Length})", row, false);
                foreach (ReportRow member in members)
                {
                    yield return ($"  {member.Reading.Name}", member, true);
                }
            }
        }
    }

    /// <summary>What a voice, or a track that is one by itself, is called.</summary>
    public static string NameOf(TrackReading track) => track.VoiceName ?? track.Name;
}
