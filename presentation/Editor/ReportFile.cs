using FaderStager.Core.Mixes;

namespace FaderStager.Presentation.Editor;

/// <summary>The mix as a file, by the reports of the core.</summary>
/// <remarks>[ui]</remarks>
internal static class ReportFile
{
    public static void WriteCsv(MixState state, TextWriter writer)
    {
        writer.WriteLine("name,role,fader dB,reading LU,target LU,move dB");
        for (int i = 0; i < state.Snapshot.Tracks.Length; i++)
        {
            TrackReading track = state.Snapshot.Tracks[i];
            Core.Approaches.Hint hint = state.Advice.Hints[i];
            writer.WriteLine(FormattableString.Invariant($"\"{track.Name}\",{track.Role},{track.FaderDb:0.0},{hint.RelativeLu:0.0},{hint.TargetLu:0.0},{hint.MoveDb:0.0}"));
        }
    }

    public static void WriteHtml(MixState state, TextWriter writer) => WriteCsv(state, writer);
}
