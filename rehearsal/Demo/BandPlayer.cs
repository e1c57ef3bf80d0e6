using System.Numerics;

namespace FaderStager.Rehearsal.Demo;

/// <summary>The demo's bass, guitar, keys, pad, synth and effect.</summary>
internal static class BandPlayer
{
    /// <summary>Bass in eighths on the root, with the octave before the bar line.</summary>
    /// <param name="take">Where to.</param>
    public static void Bass(Take take)
    {
        for (int eighth = 0; eighth < DemoSong.Bars * 8; eighth++)
        {
            int root = DemoSong.ChordOf(eighth / 8).Root;
            int note = root - (root > 43 ? 12 : 0) + (eighth % 8 == 7 ? 12 : 0);
            double frequencyHz = DemoSong.FrequencyHz(note - 5);
            double force = take.Human(0.1);
            double phase = 0;
            BandPass body = new(take.SampleRateHz, 500, 0.9);
            take.Add(DemoSong.At(eighth / 2.0), 0.29, 0, t =>
            {
                phase += frequencyHz / take.SampleRateHz;
                phase -= Math.Floor(phase);
                body.Tune(220 + (1400 * Math.Exp(-t * 14)), 0.9);
                _ = body.Next((2 * phase) - 1);
                return force * ((body.Low * 0.8) + (0.5 * Math.Sin(2 * Math.PI * phase))) * Math.Min(1, t * 200) * Math.Min(1, (0.29 - t) * 60);
            });
        }
    }

    /// <summary>Strummed strings, one take left and one right.</summary>
    /// <param name="take">Where to.</param>
    public static void RhythmGuitar(Take take)
    {
        double[] strums = [0, 1, 1.5, 2.5, 3, 3.5];
        foreach (double side in new[] { -0.8, 0.8 })
        {
            for (int bar = 0; bar < DemoSong.Bars; bar++)
            {
                foreach (double beat in strums)
                {
                    double late = 0.006 * (1 + take.Noise());
                    int[] chord = [.. DemoSong.ChordOf(bar).Notes.Select(note => note + 12)];
                    for (int voice = 0; voice < 5; voice++)
                    {
                        int note = chord[voice % 3] + (12 * (voice / 3));
                        Pluck(take, DemoSong.At((bar * DemoSong.BeatsPerBar) + beat) + late + (voice * 0.008), note, 0.45 * take.Human(0.2), side);
                    }
                }
            }
        }
    }

    /// <summary>Piano: chords on one and three, the fifth an octave up between.</summary>
    /// <param name="take">Where to.</param>
    public static void Piano(Take take)
    {
        for (int bar = 0; bar < DemoSong.Bars; bar++)
        {
            int[] chord = DemoSong.ChordOf(bar).Notes;
            for (int half = 0; half < 2; half++)
            {
                double beat = (bar * DemoSong.BeatsPerBar) + (2 * half);
                foreach (int note in chord)
                {
                    PianoNote(take, beat, note + 12, 0.8);
                }

                PianoNote(take, beat + 1, chord[2] + 24, 0.5);
            }
        }
    }

    /// <summary>A pad of detuned saws that opens slowly with every chord.</summary>
    /// <param name="take">Where to.</param>
    public static void Pad(Take take)
    {
        const double BarSeconds = DemoSong.BeatsPerBar * DemoSong.BeatSeconds;
        for (int bar = 0; bar < DemoSong.Bars; bar++)
        {
            foreach (int note in DemoSong.ChordOf(bar).Notes)
            {
                foreach (double side in new[] { -0.6, 0.6 })
                {
                    double frequencyHz = DemoSong.FrequencyHz(note + 12) * (1 + (side * 0.004));
                    double phase = (take.Noise() + 1) / 2;
                    BandPass tone = new(take.SampleRateHz, 900, 0.7);
                    take.Add(DemoSong.At(bar * DemoSong.BeatsPerBar), BarSeconds + 0.1, side, t =>
                    {
                        phase += frequencyHz / take.SampleRateHz;
                        phase -= Math.Floor(phase);
                        _ = tone.Next((2 * phase) - 1);
                        return 0.2 * tone.Low * Math.Min(1, t / 0.35) * Math.Clamp((BarSeconds + 0.1 - t) / 0.3, 0, 1);
                    });
                }
            }
        }
    }

    /// <summary>An arpeggio in sixteenths, in the second half of the verse and the chorus.</summary>
    /// <param name="take">Where to.</param>
    public static void LeadSynth(Take take)
    {
        for (int sixteenth = 4 * 16; sixteenth < DemoSong.Bars * 16; sixteenth++)
        {
            int[] chord = DemoSong.ChordOf(sixteenth / 16).Notes;
            double frequencyHz = DemoSong.FrequencyHz(chord[sixteenth % 3] + 24 + (12 * (sixteenth / 3 % 2)));
            double phase = 0;
            BandPass tone = new(take.SampleRateHz, 2600, 2);
            take.Add(DemoSong.At(sixteenth / 4.0), 0.2, sixteenth % 2 == 0 ? -0.4 : 0.4, t =>
            {
                phase += frequencyHz / take.SampleRateHz;
                phase -= Math.Floor(phase);
                _ = tone.Next(phase < 0.5 ? 1 : -1);
                return 0.5 * tone.Low * Math.Min(1, t * 300) * Math.Exp(-t * 16);
            });
        }
    }

    /// <summary>A noise that rises over the two bars before the chorus.</summary>
    /// <param name="take">Where to.</param>
    public static void Riser(Take take)
    {
        const double Seconds = 2 * DemoSong.BeatsPerBar * DemoSong.BeatSeconds;
        foreach (double side in new[] { -0.9, 0.9 })
        {
            BandPass sweep = new(take.SampleRateHz, 300, 2);
            take.Add(DemoSong.At((DemoSong.ChorusBar - 2) * DemoSong.BeatsPerBar), Seconds, side, t =>
            {
                double way = t / Seconds;
                sweep.Tune(300 * Math.Pow(20, way), 2.5);
                return sweep.Next(take.Noise()) * way * way * Math.Min(1, (Seconds - t) / 0.05);
            });
        }
    }

    /// <summary>A plucked string. <b>Source:</b> Karplus and Strong, Computer Music Journal 7(2), 1983.</summary>
    private static void Pluck(Take take, double startSeconds, int note, double force, double pan)
    {
        double[] line = new double[Math.Max(2, (int)Math.Round(take.SampleRateHz / DemoSong.FrequencyHz(note)))];
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = take.Noise();
        }

        int at = 0;
        take.Add(startSeconds, 0.6, pan, t =>
        {
            int next = at + 1 == line.Length ? 0 : at + 1;
            double sample = line[at];
            line[at] = 0.4975 * (line[at] + line[next]);
            at = next;
            return force * sample * Math.Min(1, (0.6 - t) * 20);
        });
    }

    private static void PianoNote(Take take, double beat, int note, double force)
    {
        const int Partials = 7;
        double frequencyHz = DemoSong.FrequencyHz(note);
        double hit = force * take.Human(0.15);
        double pan = Math.Clamp((note - 64) / 30.0, -0.7, 0.7);

        // Every partial is a pointer that turns and shrinks by one complex factor a frame.
        Complex[] pointers = [.. Enumerable.Range(1, Partials).Select(partial => new Complex(0.4 * hit / partial, 0))];
        Complex[] turns =
        [
            .. Enumerable.Range(1, Partials).Select(partial => Complex.FromPolarCoordinates(
                Math.Exp(-(1.5 + (0.9 * partial)) / take.SampleRateHz),
                2 * Math.PI * frequencyHz * partial * Math.Sqrt(1 + (0.0004 * partial * partial)) / take.SampleRateHz)),
        ];
        take.Add(DemoSong.At(beat), 1.2, pan, t =>
        {
            double sum = 0;
            for (int partial = 0; partial < Partials; partial++)
            {
                sum += pointers[partial].Imaginary;
                pointers[partial] *= turns[partial];
            }

            return sum * Math.Min(1, t * 400) * Math.Min(1, (1.2 - t) * 12);
        });
    }
}
