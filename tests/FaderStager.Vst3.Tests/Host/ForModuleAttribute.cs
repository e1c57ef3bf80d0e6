using FaderStager.Tests.X11;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>Tests for one kind of module only; with another they are skipped before they start.</summary>
/// <remarks>Not Assert.Ignore: that is an exception which crosses a reflected call, and Wine 8 does not survive it unharmed.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ForModuleAttribute(ModuleKind kind) : NUnitAttribute, IApplyToTest
{
    public ModuleKind Kind => kind;

    private static bool HasEditor => !Module.IsInProcess;

    public void ApplyToTest(Test test)
    {
        (bool isThere, string reason) = kind switch
        {
            ModuleKind.InProcess => (Module.IsInProcess, "Looks inside the module."),
            ModuleKind.Compiled => (!Module.IsInProcess && !OperatingSystem.IsWindows(), "Asks a compiled module's own runtime."),
            ModuleKind.WithDrawnEditor => (!Module.IsInProcess && OperatingSystem.IsLinux() && XServer.IsThere, "The editor is in the compiled module for Linux, and needs Xvfb."),
            ModuleKind.WithEditor => (HasEditor && OperatingSystem.IsWindows(), "The editor is in the module for Windows."),
            _ => (!HasEditor, "The module has an editor of its own."),
        };
        if (!isThere && test.RunState != RunState.NotRunnable)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, reason);
        }
    }
}
