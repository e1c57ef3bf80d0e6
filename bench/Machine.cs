using System.Runtime.InteropServices;

namespace FaderStager.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Sentence() =>
        $"Machine: {Model()}, {Environment.ProcessorCount} logical cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.";

    private static string Model()
    {
        const string Path = "/proc/cpuinfo";
        string? model = File.Exists(Path) ? File.ReadLines(Path).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model is null ? RuntimeInformation.ProcessArchitecture.ToString() : model[(model.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
