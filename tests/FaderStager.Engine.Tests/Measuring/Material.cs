using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

/// <summary>A track of a song as its slots: parts that come and go, and what plays along by itself.</summary>
internal sealed class Material
{
    private readonly double[] _lufs;
    private readonly Random _random;
    private readonly double _phase;
    private long _heard;
    private long _burstLeft;

    /// <summary>Makes a song.</summary>
    /// <param name="seed">Another seed is another song.</param>
    /// <param name="kind">0 = short hits, 1 = phrases with pauses, 2 = notes that decay, 3 = a drone.</param>
    /// <param name="slots">Its length.</param>
    public Material(int seed, int kind, int slots)
    {
        _random = new Random(seed);
        _phase = _random.NextDouble() * Math.Tau;
        _lufs = new double[slots];
        double phrase = -24;
        for (int i = 0; i < slots; i++)
        {
            phrase = i % 70 == 0 ? -34 + (_random.NextDouble() * 14) : phrase;
            _lufs[i] = kind switch
            {
                0 => i % 6 < 2 ? -18 - (12 * (i % 6)) : -90,
                1 => i % 11 == 10 ? -90 : phrase + (_random.NextDouble() * 6),
                2 => -20 - (0.6 * (i % 40)),
                _ => -22,
            };
        }
    }

    /// <summary>Gain upstream in dB.</summary>
    public double GainDb { get; set; }

    /// <summary>A free-running tremolo: up and down by so much, in dB.</summary>
    public double TremoloDb { get; init; }

    /// <summary>How fast it runs.</summary>
    public double TremoloHz { get; init; }

    /// <summary>Whether bursts of noise of 0.1 to 0.5 s sound at times of their own.</summary>
    public bool HasBursts { get; init; }

    public int Length => _lufs.Length;

    /// <summary>What is heard of a slot now.</summary>
    public double LufsAt(int slot)
    {
        double lufs = _lufs[slot] + (TremoloDb * Math.Sin(_phase + (Math.Tau * TremoloHz * _heard++ / 10)));
        if (HasBursts)
        {
            _burstLeft = _burstLeft > 0 ? _burstLeft - 1 : _random.Next(15) == 0 ? _random.Next(1, 6) : 0;
            lufs = _burstLeft > 0 ? Decibels.FromPower(Decibels.ToPower(lufs) + Decibels.ToPower(-26 + (_random.NextDouble() * 8))) : lufs;
        }

        return lufs + GainDb;
    }

    /// <summary>Plays a part of the song straight from a jump.</summary>
    public void Play(TrackAnalysis analysis, int from, int to)
    {
        for (int slot = from; slot < to; slot++)
        {
            float meanSquare = (float)Decibels.MeanSquareOfLoudness(LufsAt(slot));
            LoudnessSlot heard = Tests.Slots.OfMeanSquare(slot, meanSquare) with { RunStart = from };
            analysis.File(heard with
            {
                MomentaryMaxMeanSquare = slot - from >= 3 ? meanSquare : float.NaN,
                ShortTermMaxMeanSquare = slot - from >= 29 ? meanSquare : float.NaN,
            });
            if (slot % 10 == 0)
            {
                analysis.Update();
            }
        }

        analysis.Update();
    }
}
