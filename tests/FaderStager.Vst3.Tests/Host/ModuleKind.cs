namespace FaderStager.Vst3.Tests.Host;

/// <summary>What a test needs of the module.</summary>
internal enum ModuleKind
{
    /// <summary>This process' own managed code.</summary>
    InProcess,

    /// <summary>A compiled module with a runtime of its own, which can be asked what it did.</summary>
    Compiled,

    /// <summary>The module for Windows, which has an editor.</summary>
    WithEditor,

    /// <summary>A module that leaves the host its generic editor.</summary>
    WithoutEditor,
}
