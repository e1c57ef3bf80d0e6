using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Says the version of the rehearsal, whatever program it runs in.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        string? version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(version);
        return ExitCode.Done;
    }
}
