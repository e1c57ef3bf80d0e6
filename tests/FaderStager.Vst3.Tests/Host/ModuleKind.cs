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

    /// <summary>The module for Linux, which has another, and an X server to show it on.</summary>
    WithDrawnEditor,

    /// <summary>The layer alone, which leaves the host its generic editor.</summary>
    WithoutEditor,
}
