using System.Diagnostics;
using System.Runtime.Intrinsics;
using FaderStager.Audio.Metering;

namespace FaderStager.Audio.Tests;

/// <summary>
/// The kernel tests once more, in processes of their own in which the runtime is told that the machine has less: what a machine
/// without AVX-512, without AVX2 or without any vectors compiles and reads.
/// </summary>
internal sealed class InstructionSetTests
{
    /// <summary>Category of the tests that every such process runs.</summary>
    public const string Kernels = "Kernels";

    private const string NoAvx512 = "DOTNET_EnableAVX512";
    private const string NoAvx2 = "DOTNET_EnableAVX2";
    private const string NoVectors = "DOTNET_EnableHWIntrinsic";

    [TestCase(NoAvx512)]
    [TestCase(NoAvx2)]
    [TestCase(NoVectors)]
    public void KernelTests_WithFewerInstructions_Pass(string withheld)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Environment.ProcessPath!)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            process.StartInfo.ArgumentList.Add(typeof(InstructionSetTests).Assembly.Location);
        }

        foreach (string argument in new[] { "--filter", $"TestCategory={Kernels}", "--progress", "off", "--minimum-expected-tests", "40" })
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.StartInfo.Environment[withheld] = "0";
        Assert.That(process.Start());
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.Zero, output + error.Result);
    }

    [Test]
    [Category(Kernels)]
    public void Best_WithFewerInstructions_IsWhatIsLeft()
    {
        VectorPath widest =
            IsWithheld(NoVectors) ? VectorPath.Scalar
            : IsWithheld(NoAvx2) ? VectorPath.Vector128
            : IsWithheld(NoAvx512) ? VectorPath.Vector256
            : VectorPath.Vector512;

        Assert.That(VectorPaths.Best, Is.LessThanOrEqualTo(widest));
        Assert.That(VectorPaths.IsSupported(VectorPaths.Best));
        Assert.That(VectorPaths.Best >= VectorPath.Vector128, Is.EqualTo(Vector128.IsHardwareAccelerated));
    }

    private static bool IsWithheld(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
