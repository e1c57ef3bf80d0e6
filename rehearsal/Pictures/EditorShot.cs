using FaderStager.LinuxUi;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Rehearsal.Session;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Pictures;

/// <summary>The plug-in's editor as it would stand in the DAW, of the track that the headline asks for first.</summary>
public static class EditorShot
{
    private const int Width = 1280;
    private const int LeastHeight = 760;
    private const int MostHeight = 3_000;

    // What stands about the rows, and one of them.
    private const int AboutRows = 420;
    private const int RowHeight = 25;

    /// <summary>Draws it.</summary>
    /// <param name="run">The session, staged.</param>
    /// <returns>A PNG file, 2,560 pixels wide and as high as its rows need.</returns>
    public static byte[] Draw(RehearsalRun run)
    {
        MixState state = run.Mix.State;
        TrackReading? asked = state.Advice.Hints.Where(hint => hint.Step > 0).MinBy(hint => hint.Step)?.Track ?? state.Snapshot.Focal;
        int height = Math.Clamp(AboutRows + (RowHeight * state.Snapshot.Tracks.Length), LeastHeight, MostHeight);
        EditorContext context = new()
        {
            Clock = new HandClock(), HostName = "faderstager", ShellName = "rehearsal", Profiles = run.Profiles, OtherModuleTracks = () => 0, Elsewhere = () => default,
        };
        return EditorPicture.Draw(run.InstanceOf(asked), context, Width, height, run.Refresh);
    }
}
