using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>A session in REAPER's format around the song, with all that a session has; and the same rendered by hand.</summary>
internal static class ReaperSong
{
    public const double VocalFader = 0.9;
    public const double KickFader = 1.2;
    public const double SnareFader = 0.7;
    public const double BassFader = 0.3;
    public const double KeysFader = 1.1;

    /// <summary>The session. Lines end as on Windows; the paths too.</summary>
    public static string Text { get; } = """
        <REAPER_PROJECT 0.1 "7.40/win64" 1764248306
          RIPPLE 2
          SAMPLERATE 48000 0 0
          TEMPO 120 4 4 0
          PANLAW 1
          MASTER_VOLUME 0.84084642809367 0 -1 -1 1
          MASTER_FX 1
          MARKER 1 0 "Verse 1" 1 0 1 R {A}
          MARKER 1 8 "" 1
          MARKER 2 8 "a mark"
          <TRACK {00000000-0000-0000-0000-000000000001}
            NAME "Lead Vocal"
            PEAKCOL 28004351
            VOLPAN 0.9 0 -1 -1 1
            MUTESOLO 0 0 0
            IPHASE 0
            ISBUS 0 0
            MAINSEND 1 0
            FX 1
            <FXCHAIN
              SHOW 0
              BYPASS 0 0 0
              <VST "VST: ReaEQ (Cockos)" reaeq.dll 0 "" 1919247729<5653547265657172656165710000> ""
                cWVlcu5e7f4CAAAAAQAAAAAAAAACAAAAAAAAAAIAAAABAAAA
              >
              BYPASS 1 0 0
              <VST "VST: ReaDelay (Cockos)" readelay.dll 0 "" 1919247729<5653547265657172656165710000> ""
                cWVlcu5e7f4CAAAAAQAAAAAAAAACAAAAAAAAAAIAAAABAAAA
              >
              BYPASS 0 0 0
              <JS "utility/volume" ""
                0.0 - - -
              >
            >
            <ITEM
              POSITION 1
              SNAPOFFS 0
              LENGTH 5.3
              LOOP 1
              ALLTAKES 0
              FADEIN 1.1 0.5 0 1 0 0 0
              FADEOUT 1.1 0.1 0.3 1 0 0 0
              MUTE 0 0
              NAME vox.wav
              VOLPAN 0.8 0 1 -1
              SOFFS 2.05
              PLAYRATE 1 1 0 -1 0 0.0025
              CHANMODE 0
              <SOURCE WAVE
                FILE "media\vox.wav"
              >
            >
            <ITEM
              POSITION 6
              LENGTH 8
              LOOP 1
              FADEIN 1.1 0.01 0.3 1 1 0 0
              FADEOUT 1 0 0 1 0 0 0
              MUTE 0 0
              NAME nothing.wav
              VOLPAN 1 0 1 -1
              SOFFS 0
              <SOURCE WAVE
                FILE "media\nothing.wav"
              >
              TAKE SEL
              NAME vox.wav
              TAKEVOLPAN 0 0.9 -1
              SOFFS 9
              <SOURCE SECTION
                LENGTH 20
                STARTPOS 0
                OVERLAP 0.01
                <SOURCE WAVE
                  FILE "media\vox.wav"
                >
              >
            >
            <ITEM
              POSITION 14
              LENGTH 1
              MUTE 1 0
              NAME muted
              <SOURCE WAVE
                FILE "media\guitar.wav"
              >
            >
          >
          <TRACK {00000000-0000-0000-0000-000000000002}
            NAME Drums
            VOLPAN 0.5 0 -1 -1 1
            ISBUS 1 1
          >
          <TRACK {00000000-0000-0000-0000-000000000003}
            NAME Kick
            VOLPAN 1.2 0 -1 -1 1
            MUTESOLO 0 0 0
            IPHASE 1
            ISBUS 0 0
            <ITEM
              POSITION 0
              LENGTH 14
              NAME kick
              VOLPAN 1 0 1 -1
              <SOURCE WAVE
                FILE "MEDIA/Kick.WAV"
              >
            >
          >
          <TRACK {00000000-0000-0000-0000-000000000004}
            NAME 'Snare "top"'
            VOLPAN 0.7
            ISBUS 2 -1
            <ITEM
              POSITION 0.5
              LENGTH 4
              NAME snare
              VOLPAN 0.5 0 -1.5 -1
              SOFFS 3
              <SOURCE WAVE
                FILE "media\snare.wav"
              >
            >
            <ITEM
              POSITION 5.25
              LENGTH 7
              NAME snare
              VOLPAN 1 0 1 -1
              SOFFS 0.75
              FADEOUT 0 2 0
              <SOURCE WAVE
                FILE "media\snare.wav"
              >
            >
          >
          <TRACK {00000000-0000-0000-0000-000000000005}
            NAME Bass
            VOLPAN 0.3 0 -1 -1 1
            ISBUS 0 0
            <ITEM
              POSITION 0
              LENGTH 30
              LOOP 1
              NAME bass
              VOLPAN 1 0 1 -1
              SOFFS 5
              <SOURCE WAVE
                FILE "media\bass.wav"
              >
            >
          >
          <TRACK {00000000-0000-0000-0000-000000000006}
            NAME Guitar
            VOLPAN 1 0 -1 -1 1
            MUTESOLO 1 0 0
            <ITEM
              POSITION 0
              LENGTH 14
              NAME guitar
              VOLPAN 1 0 1 -1
              <SOURCE WAVE
                FILE "media\guitar.wav"
              >
            >
          >
          <TRACK {00000000-0000-0000-0000-000000000007}
            NAME Keys
            VOLPAN 1.1 -0.5 -1 -1 1
            <ITEM
              POSITION 2
              LENGTH 11
              NAME keys
              VOLPAN 1 0 1 -1
              SOFFS 1.25
              <SOURCE WAVE
                FILE "media\keys.wav"
              >
            >
          >
          <TRACK {00000000-0000-0000-0000-000000000008}
            NAME Parallel
            VOLPAN 0.8 0 -1 -1 1
            AUXRECV 4 0 0.5 0 0 0 0 0 0 -1:U 0 -1 ''
          >
          <TRACK {00000000-0000-0000-0000-000000000009}
            NAME Reverb
            VOLPAN 1 0 -1 -1 1
            AUXRECV 0 0 0.25 0 0 0 0 0 0 -1:U 0 -1 ''
            <FXCHAIN
              BYPASS 0 0 0
              <VST "VST: ReaVerbate (Cockos)" reaverbate.dll 0 ""
                cWVlcu5e7f4CAAAAAQAAAAAAAAACAAAAAAAAAAIAAAABAAAA
              >
            >
          >
        >

        """.ReplaceLineEndings("\r\n");

    /// <summary>What each track brings to the master before its own fader, rendered by hand, and its fader.</summary>
    public static IReadOnlyList<(RenderedStem Stem, double Fader)> Render(SongMedia media) =>
    [
        (new RenderedStem(media, "Lead Vocal", 48_000, 1, 14)
            .Clip("vox.wav", 1, 5.3, 2.05, 0.8, gainAt: at => FastStart((at - 1) / 0.5) * FastStart((6.3 - at) / 0.3))
            .Clip("vox.wav", 6, 8, 9, 0.9, gainAt: at => FastStart((at - 6) / 0.3)), VocalFader),
        (new RenderedStem(media, "Kick", 48_000, 1, 14).Clip("kick.wav", 0, 14, 0, -0.5), KickFader),
        (new RenderedStem(media, "Snare \"top\"", 48_000, 1, 12.25)
            .Clip("snare.wav", 0.5, 4, 3, 0.5 * 0.5 * -1.5)
            .Clip("snare.wav", 5.25, 7, 0.75, 0.5, gainAt: at => Math.Min(1, (12.25 - at) / 2)), SnareFader),
        (new RenderedStem(media, "Bass", 48_000, 2, 30).Clip("bass.wav", 0, 30, 5, 1.4, 1.4, loops: true), BassFader),
        (new RenderedStem(media, "Keys", 44_100, 2, 13).Clip("keys.wav", 2, 11, 1.25, 1, 0.5), KeysFader),
    ];

    public static string Write(TempFolder folder, string name = "song.rpp") => folder.Write(name, System.Text.Encoding.UTF8.GetBytes(Text));

    private static double FastStart(double x) => x >= 1 ? 1 : 1 - ((1 - x) * (1 - x));
}
