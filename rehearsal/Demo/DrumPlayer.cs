namespace FaderStager.Rehearsal.Demo;

/// <summary>The demo's drums and percussion.</summary>
internal static class DrumPlayer
{
    /// <summary>Bass drum on one and three, with a push before the fourth beat in the chorus.</summary>
    /// <param name="take">Where to.</param>
    public static void Kick(Take take)
    {
        for (int bar = 0; bar < DemoSong.Bars; bar++)
        {
            double[] beats = bar < DemoSong.ChorusBar ? [0, 2] : [0, 1.5, 2, 3.5];
            foreach (double beat in beats)
            {
                double force = take.Human(0.12);
                double phase = 0;
                take.Add(DemoSong.At((bar * DemoSong.BeatsPerBar) + beat), 0.4, 0, t =>
                {
                    phase += 2 * Math.PI * (48 + (120 * Math.Exp(-t * 42))) / take.SampleRateHz;
                    double click = take.Noise() * Math.Exp(-t * 400) * 0.35;
                    return force * ((Math.Sin(phase) * Math.Exp(-t * 9)) + click);
                });
            }
        }
    }

    /// <summary>Snare on two and four, with soft ghost notes in the verse.</summary>
    /// <param name="take">Where to.</param>
    public static void Snare(Take take)
    {
        for (int bar = 0; bar < DemoSong.Bars; bar++)
        {
            SnareHit(take, bar, 1, 1);
            SnareHit(take, bar, 3, 1);
            if (bar < DemoSong.ChorusBar)
            {
                SnareHit(take, bar, 2.75, 0.18);
            }
        }
    }

    /// <summary>Closed hats in eighths, an open one at the end of every second bar.</summary>
    /// <param name="take">Where to.</param>
    public static void Hats(Take take)
    {
        BandPass high = new(take.SampleRateHz, 7500, 0.9);
        for (int eighth = 0; eighth < DemoSong.Bars * 8; eighth++)
        {
            bool open = eighth % 16 == 15;
            double force = (eighth % 2 == 0 ? 1 : 0.6) * take.Human(0.15);
            take.Add(DemoSong.At(eighth / 2.0), open ? 0.3 : 0.09, 0, t =>
            {
                _ = high.Next(take.Noise());
                return force * high.High * Math.Exp(-t * (open ? 11 : 60));
            });
        }
    }

    /// <summary>Two microphones above: ride in the chorus, crashes where sections start, the kit from afar.</summary>
    /// <param name="take">Where to.</param>
    public static void Overheads(Take take)
    {
        double[] crashes = [0, 4, 8, 12];
        foreach (double bar in crashes)
        {
            Cymbal(take, bar * DemoSong.BeatsPerBar, 1, 1.6, -0.5);
        }

        for (int quarter = 0; quarter < DemoSong.Bars * DemoSong.BeatsPerBar; quarter++)
        {
            if (quarter >= DemoSong.ChorusBar * DemoSong.BeatsPerBar)
            {
                Cymbal(take, quarter, 0.35 * take.Human(0.2), 5, 0.6);
            }

            if (quarter % 2 == 1)
            {
                double force = 0.5 * take.Human(0.1);
                take.Add(DemoSong.At(quarter) + 0.004, 0.25, 0.1, t => force * take.Noise() * Math.Exp(-t * 18));
            }
        }
    }

    /// <summary>Shaker in sixteenths.</summary>
    /// <param name="take">Where to.</param>
    public static void Shaker(Take take)
    {
        BandPass band = new(take.SampleRateHz, 6200, 1.6);
        for (int sixteenth = 0; sixteenth < DemoSong.Bars * 16; sixteenth++)
        {
            double force = (sixteenth % 4 == 0 ? 1 : sixteenth % 2 == 0 ? 0.6 : 0.4) * take.Human(0.2);
            take.Add(DemoSong.At(sixteenth / 4.0), 0.12, 0, t =>
                force * band.Next(take.Noise()) * Math.Min(1, t * 60) * Math.Exp(-t * 32));
        }
    }

    private static void SnareHit(Take take, int bar, double beat, double force)
    {
        double hit = force * take.Human(0.08);
        BandPass wires = new(take.SampleRateHz, 3200, 0.6);
        take.Add(DemoSong.At((bar * DemoSong.BeatsPerBar) + beat), 0.3, 0, t =>
            hit * ((Math.Sin(2 * Math.PI * 186 * t) * Math.Exp(-t * 26) * 0.8) + (wires.Next(take.Noise()) * 1.6 * Math.Exp(-t * 16))));
    }

    private static void Cymbal(Take take, double beat, double force, double decay, double pan)
    {
        BandPass shine = new(take.SampleRateHz, 5200, 0.5);
        take.Add(DemoSong.At(beat), Math.Min(2.4, 7 / decay), pan, t =>
        {
            _ = shine.Next(take.Noise());
            return force * 0.6 * shine.High * Math.Exp(-t * decay);
        });
    }
}
