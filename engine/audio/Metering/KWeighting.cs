using System.Numerics;

namespace FaderStager.Audio.Metering;

/// <summary>The K-weighting of one sample rate: its two biquads, and the same filter as a state-space step of four frames.</summary>
/// <remarks>
/// [any] Immutable, made by [setup].
/// The recursion of two biquads allows one frame at a time. Its state-space form has no such wall: with the state s (4 numbers)
/// and four input frames x, the four outputs are T x + O s and the next state is B x + A s. The state is chosen so that A is two
/// rotations (one for each pole pair): its matrix has two non-zero diagonals instead of four.
/// <b>Source:</b> ITU-R BS.1770-5, Annex 1; the analogue prototypes are the ones that give its 48 kHz tables.
/// </remarks>
internal sealed class KWeighting
{
    /// <summary>Frames of a step.</summary>
    public const int StepFrames = 4;

    /// <summary>Numbers of the state: real and imaginary part for the shelf's and for the high-pass's pole pair.</summary>
    public const int States = 4;

    /// <summary>Vectors of four numbers in <see cref="Step"/>: T (4), B (4), O (4), A (2).</summary>
    public const int StepVectors = 14;

    /// <summary>Gain of the K-weighting's shelf in dB.</summary>
    public const double StandardShelfDb = 3.999843853973347;

    /// <summary>
    /// Gain of the shelf that Pestana, Reiss and Barbosa propose for single tracks, in dB.
    /// <b>Source:</b> "Loudness measurement of multitrack audio content using modifications of ITU-R BS.1770", AES 134, 2013.
    /// </summary>
    public const double PestanaShelfDb = 10;

    private const double ShelfHz = 1681.974450955533;
    private const double ShelfQ = 0.7071752369554196;
    private const double ShelfMidExponent = 0.4996667741545416;
    private const double HighPassHz = 38.13547087602444;
    private const double HighPassQ = 0.5003270373238773;

    private static KWeighting? _lastStandard;
    private static KWeighting? _lastPestana;

    private readonly double _sampleRateHz;
    private readonly double _shelfDb;

    private KWeighting(double sampleRateHz, double shelfDb)
    {
        double k = Math.Tan(Math.PI * ShelfHz / sampleRateHz);
        double a0 = 1 + (k / ShelfQ) + (k * k);
        double vh = Math.Pow(10, shelfDb / 20);
        double vb = Math.Pow(vh, ShelfMidExponent);
        double b0 = (vh + (vb * k / ShelfQ) + (k * k)) / a0;
        double b1 = 2 * ((k * k) - vh) / a0;
        double b2 = (vh - (vb * k / ShelfQ) + (k * k)) / a0;

        // H(z) = b0 + sum of r / (z - p) over the poles: partial fractions of shelf times high-pass.
        // The high-pass's numerator is (z - 1)^2, not divided by its a0.
        Complex p = Pole(k, ShelfQ);
        Complex q = Pole(Math.Tan(Math.PI * HighPassHz / sampleRateHz), HighPassQ);
        Complex shelfResidue = Residue(p, q);
        Complex highPassResidue = Residue(q, p);

        Complex Residue(Complex pole, Complex other) =>
            ((((b0 * pole) + b1) * pole) + b2) * (pole - 1) * (pole - 1)
            / ((pole - Complex.Conjugate(pole)) * (pole - other) * (pole - Complex.Conjugate(other)));

        _sampleRateHz = sampleRateHz;
        _shelfDb = shelfDb;
        Direct = b0;
        ShelfPole = p;
        HighPassPole = q;
        Output = [2 * shelfResidue.Real, -2 * shelfResidue.Imaginary, 2 * highPassResidue.Real, -2 * highPassResidue.Imaginary];
        Step = MakeStep();
        StereoStep = new double[2 * Step.Length];
        for (int i = 0; i < Step.Length; i++)
        {
            StereoStep[2 * i] = Step[i];
            StereoStep[(2 * i) + 1] = Step[i];
        }
    }

    /// <summary>The output's share of the present input.</summary>
    public double Direct { get; }

    /// <summary>The upper pole of the shelf.</summary>
    public Complex ShelfPole { get; }

    /// <summary>The upper pole of the high-pass.</summary>
    public Complex HighPassPole { get; }

    /// <summary>The output's share of the four states.</summary>
    public double[] Output { get; }

    /// <summary>
    /// The step's matrices for one channel. T and B by columns: the four inputs lie in memory, where a broadcast is free.
    /// O and A by exclusive-or diagonals, since the state lies in a register, where an exchange is cheap: element i of
    /// vector m is M[i, i xor m], and M s is the sum over m of (vector m) times (s with its elements i and i xor m exchanged).
    /// </summary>
    public double[] Step { get; }

    /// <summary>The same for two channels side by side: each number of <see cref="Step"/> twice.</summary>
    public double[] StereoStep { get; }

    /// <summary>The filter of a sample rate.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="shelfDb">Gain of the shelf in dB: <see cref="StandardShelfDb"/> or <see cref="PestanaShelfDb"/>.</param>
    /// <returns>The filter, shared by all tracks of the rate: a thousand of them read the same few cache lines.</returns>
    /// <remarks>[setup]</remarks>
    public static KWeighting Of(double sampleRateHz, double shelfDb)
    {
        ref KWeighting? last = ref shelfDb == PestanaShelfDb ? ref _lastPestana : ref _lastStandard;
        KWeighting? known = Volatile.Read(ref last);
        if (known is not null && known._sampleRateHz == sampleRateHz && known._shelfDb == shelfDb)
        {
            return known;
        }

        var made = new KWeighting(sampleRateHz, shelfDb);
        Volatile.Write(ref last, made);
        return made;
    }

    private static Complex Pole(double k, double q)
    {
        var s = new Complex(-1 / (2 * q), Math.Sqrt(1 - (1 / (4 * q * q))));
        return (1 + (k * s)) / (1 - (k * s));
    }

    private double[] MakeStep()
    {
        var outputOfInput = new double[States, States];
        var stateOfInput = new double[States, States];
        var outputOfState = new double[States, States];
        var stateOfState = new double[States, States];
        for (int column = 0; column < States; column++)
        {
            // Column by column: the response to one unit of input, and to one unit of state.
            Respond(new double[States], column, outputOfInput, stateOfInput, column);
            var unit = new double[States];
            unit[column] = 1;
            Respond(unit, -1, outputOfState, stateOfState, column);
        }

        var step = new double[StepVectors * States];
        int vector = 0;
        foreach (double[,] matrix in new[] { outputOfInput, stateOfInput, outputOfState, stateOfState })
        {
            bool byColumns = matrix == outputOfInput || matrix == stateOfInput;
            int vectors = matrix == stateOfState ? 2 : States;
            for (int m = 0; m < vectors; m++, vector++)
            {
                for (int i = 0; i < States; i++)
                {
                    step[(vector * States) + i] = matrix[i, byColumns ? m : i ^ m];
                }
            }
        }

        return step;
    }

    private void Respond(double[] state, int impulseFrame, double[,] outputs, double[,] states, int column)
    {
        for (int frame = 0; frame < StepFrames; frame++)
        {
            double x = frame == impulseFrame ? 1 : 0;
            double y = Direct * x;
            for (int i = 0; i < States; i++)
            {
                y += Output[i] * state[i];
            }

            outputs[frame, column] = y;
            Complex shelf = (ShelfPole * new Complex(state[0], state[1])) + x;
            Complex highPass = (HighPassPole * new Complex(state[2], state[3])) + x;
            (state[0], state[1], state[2], state[3]) = (shelf.Real, shelf.Imaginary, highPass.Real, highPass.Imaginary);
        }

        for (int i = 0; i < States; i++)
        {
            states[i, column] = state[i];
        }
    }
}
