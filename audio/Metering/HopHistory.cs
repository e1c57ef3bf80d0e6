using System.Runtime.Intrinsics;

namespace FaderStager.Audio.Metering;

/// <summary>The energies of the last hops (10 ms each), for windows of any number of them.</summary>
/// <remarks>[audio] Each window is summed anew from its hops, so nothing drifts.</remarks>
internal sealed class HopHistory
{
    private readonly double[] _energies;
    private readonly int[] _frames;
    private int _next;

    /// <summary>Allocates.</summary>
    /// <param name="hops">Hops it keeps.</param>
    /// <remarks>[setup]</remarks>
    public HopHistory(int hops)
    {
        _energies = new double[hops];
        _frames = new int[hops];
    }

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
    /// <param name="frames">Its frames.</param>
    /// <remarks>[audio]</remarks>
    public void Add(double energy, int frames)
    {
        _energies[_next] = energy;
        _frames[_next] = frames;
        _next = _next + 1 == _energies.Length ? 0 : _next + 1;
        Hops = Math.Min(Hops + 1, _energies.Length);
    }

    /// <summary>Mean square of the window that ends with the newest hop.</summary>
    /// <param name="hops">Hops of the window.</param>
    /// <returns>The mean square, summed over channels; NaN when fewer hops were heard.</returns>
    /// <remarks>[audio]</remarks>
    public double MeanSquare(int hops)
    {
        if (Hops < hops)
        {
            return double.NaN;
        }

        int start = _next - hops;
        if (start >= 0)
        {
            return Sum(_energies.AsSpan(start, hops)) / Count(_frames.AsSpan(start, hops));
        }

        start += _energies.Length;
        return (Sum(_energies.AsSpan(start)) + Sum(_energies.AsSpan(0, _next)))
            / (Count(_frames.AsSpan(start)) + Count(_frames.AsSpan(0, _next)));
    }

    private static double Sum(ReadOnlySpan<double> energies)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        while (energies.Length >= Vector256<double>.Count)
        {
            sum += Vector256.Create(energies);
            energies = energies[Vector256<double>.Count..];
        }

        double total = Vector256.Sum(sum);
        foreach (double energy in energies)
        {
            total += energy;
        }

        return total;
    }

    private static int Count(ReadOnlySpan<int> frames)
    {
        Vector256<int> sum = Vector256<int>.Zero;
        while (frames.Length >= Vector256<int>.Count)
        {
            sum += Vector256.Create(frames);
            frames = frames[Vector256<int>.Count..];
        }

        int total = Vector256.Sum(sum);
        foreach (int count in frames)
        {
            total += count;
        }

        return total;
    }
}
