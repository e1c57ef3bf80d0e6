using System.Numerics;

namespace FaderStager.Audio.Metering;

/// <summary>The energies of the last hops (10 ms each), for windows of any number of them.</summary>
/// <remarks>[audio] Each window is summed anew from its hops, so nothing drifts.</remarks>
internal sealed class HopHistory
{
    private readonly double[] _energies;
    private int _next;

    /// <summary>Allocates.</summary>
    /// <param name="hops">Hops it keeps.</param>
    /// <remarks>[setup]</remarks>
    public HopHistory(int hops) => _energies = new double[hops];

    /// <summary>Hops heard without a break, as far as anybody asks: no more than it keeps.</summary>
    public int Hops { get; private set; }

    /// <summary>Forgets all hops.</summary>
    /// <remarks>[audio]</remarks>
    public void Clear()
    {
        Hops = 0;
        _next = 0;
    }

    /// <summary>Adds the newest hop.</summary>
    /// <param name="energy">Its sum of squares over channels.</param>
    /// <remarks>[audio]</remarks>
    public void Add(double energy)
    {
        _energies[_next] = energy;
        _next = _next + 1 == _energies.Length ? 0 : _next + 1;
        Hops = Math.Min(Hops + 1, _energies.Length);
    }

    /// <summary>Energy of the window that ends with the newest hop.</summary>
    /// <param name="hops">Hops of the window.</param>
    /// <returns>The sum of squares over its frames and channels; NaN when fewer hops were heard.</returns>
    /// <remarks>[audio]</remarks>
    public double Energy(int hops)
    {
        if (Hops < hops)
        {
            return double.NaN;
        }

        int start = _next - hops;
        return start >= 0
            ? Sum(_energies.AsSpan(start, hops))
            : Sum(_energies.AsSpan(start + _energies.Length)) + Sum(_energies.AsSpan(0, _next));
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
