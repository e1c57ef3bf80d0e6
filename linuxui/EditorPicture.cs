using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Refreshing;

namespace FaderStager.LinuxUi;

/// <summary>The editor of a track as a picture, without a window and without a host.</summary>
public static class EditorPicture
{
    private const int Scale = 2;

    // As long as marks glide, words follow, and the song lane comes after it was asked for.
    private const int Turns = 12;

    /// <summary>Draws it.</summary>
    /// <param name="track">The track.</param>
    /// <param name="context">Its surroundings; its clocks are not used, nothing is remembered of the person, and the first run is done.</param>
    /// <param name="width">Width in pixels at 100 %.</param>
    /// <param name="height">Height in pixels at 100 %.</param>
    /// <param name="refresh">Lets the coordinator take a turn.</param>
    /// <returns>A PNG file at 200 %.</returns>
    /// <remarks>Any thread, while no other works on the mix.</remarks>
    /// <exception cref="DllNotFoundException">Skia is not on this machine.</exception>
    public static byte[] Draw(TrackInstance track, EditorContext context, int width, int height, Action refresh)
    {
        NativeParts.LieWithSkiaSharp();
        HandClock clock = new();
        SteppedTime time = new();
        using EditorViewModel editor = new(track, context with { Clock = clock, Time = time, Person = new PersonSettings("") });
        using EditorCanvas canvas = new(editor);
        editor.FirstRun.GotItCommand.Execute(null);
        canvas.Resize(width * Scale, height * Scale, Scale);
        editor.Start();
        for (int turn = 0; turn < Turns; turn++)
        {
            refresh();
            time.Pass(EditorViewModel.TextMs);
            clock.Turn();
            _ = canvas.Draw();
        }

        return canvas.ToPng();
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _ms;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _ms;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMilliseconds(_ms);

        public void Pass(int ms) => _ms += ms;
    }
}
