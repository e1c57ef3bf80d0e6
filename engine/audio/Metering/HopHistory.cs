using System.Numerics;

namespace FaderStager.Audio.Metering;

/// <summary>The energies of the last hops (10 ms of song each), for windows of any number of them.</summary>
/// <remarks>[audio] Each window is summed anew from its hops, so nothing drifts.</remarks>
internal sealed class HopHistory
{
    private readonly double[] _energies;
    private readonly long[] _starts;
    private long _frames;
    private int _next;

    /// <summary>Allocates.</summary>
    /// <param name="hops">Hops it keeps.</param>
    /// <remarks>[setup]</remarks>
    public HopHistory(int hops)
    {
        _energies = new double[hops];
        _starts = new long[hops];
    }

    /// <summary>Hops heard without a break, as far as anybody asks: no more than it keeps.</summary>
    public int Hops { get; private set; }

    /// <summary>Forgets all hops.</summary>
    /// <remarks>[audio]</remarks>
    public void Clear()
    {
        Hops = 0;
        _next = 0;
        _frames = 0;
    }

    /// <summary>Adds the newest hop.</summary>
    /// <param name="energy">Its sum of squares over channels.</param>
    /// <param name="frames">Its frames of audio.</param>
    /// <remarks>[audio]</remarks>
    public void Add(double energy, int frames)
    {
        _energies[_next] = energy;
        _starts[_next] = _frames;
        _frames += frames;
        _next = _next + 1 == _energies.Length ? 0 : _next + 1;
        Hops = Math.Min(Hops + 1, _energies.Length);
    }

    /// <summary>Mean square of the window that ends with the newest hop.</summary>
    /// <param name="hops">Hops of the window.</param>
    /// <returns>The mean over its frames, sum over channels; NaN when fewer hops were heard.</returns>
    /// <remarks>[audio]</remarks>
    public double MeanSquare(int hops)
    {
        if (Hops < hops)
        {
            return double.NaN;
        }

        int start = _next - hops;
        double energy = start >= 0
            ? Sum(_energies.AsSpan(start, hops))
            : Sum(_energies.AsSpan(start + _energies.Length)) + Sum(_energies.AsSpan(0, _next));
        return energy / (_frames - _starts[start >= 0 ? start : start + _energies.Length]);
    }

    private static double Sum(ReadOnlySpan<double> energies)
    {
        // Four sums side by side: one alone would wait for each addition.
        Vector<double> sum0 = Vector<double>.Zero;
        Vector<double> sum1 = Vector<double>.Zero;
        Vector<double> sum2 = Vector<double>.Zero;
        Vector<double> sum3 = Vector<double>.Zero;
        int width = Vector<double>.Count;
        int i = 0;
        for (; i <= energies.Length - (4 * width); i += 4 * width)
        {
            sum0 += new Vector<double>(energies[i..]);
            sum1 += new Vector<double>(energies[(i + width)..]);
            sum2 += new Vector<double>(energies[(i + (2 * width))..]);
            sum3 += new Vector<double>(energies[(i + (3 * width))..]);
        }

        double total = Vector.Sum(sum0 + sum1 + (sum2 + sum3));
        for (; i < energies.Length; i++)
        {
            total += energies[i];
        }

        return total;
    }
}
