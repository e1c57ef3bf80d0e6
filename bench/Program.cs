using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using FaderStager.Bench.Metering;
using FaderStager.Bench.Mixing;

// "metering" and "mixing" print the reports that stand under results/, "voices" and "song" lines of the latter, "advice FILE DRAWS" what advice.py measures; anything else goes to BenchmarkDotNet (for example --filter "*").
if (args is ["metering"])
{
    Console.Write(new MeteringReport().Write());
    return;
}

if (args is ["mixing"])
{
    Console.Write(new MixingReport().Write());
    return;
}

if (args is ["advice", string balances, string draws])
{
    new AdviceReport(int.Parse(draws, System.Globalization.CultureInfo.InvariantCulture)).Write(balances, Console.WriteLine);
    return;
}

if (args is ["voices"])
{
    Console.Write(new MixingReport().WriteVoices());
    return;
}

if (args is ["song"])
{
    Console.Write(new MixingReport().WriteSong());
    return;
}

// In process: the outputs lie in one artifacts folder, where BenchmarkDotNet's own builds would not find them.
IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true)));
BenchmarkSwitcher.FromAssembly(typeof(MeteringReport).Assembly).Run(args, config);
