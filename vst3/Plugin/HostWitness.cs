using FaderStager.Mixing.Hosts;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>What one plug-in object has seen of its host: who it is, what it called, what its blocks were like, what it gives access to.</summary>
/// <remarks>Written by the thread that a host calls on, read by the editor. Nothing is allocated while blocks run.</remarks>
internal sealed class HostWitness : IHostWitness
{
    /// <summary>What the host called.</summary>
    public CallCounts Calls { get; } = new(NativeCalls.Names);

    /// <summary>What its blocks were like.</summary>
    public SeenBlocks Blocks { get; } = new();

    /// <summary>The name it introduced itself with; null = it has not.</summary>
    public string? Name { get; set; }

    /// <summary>Interfaces that it offers beside those it must.</summary>
    public string Offers { get; set; } = "nothing asked yet";

    /// <summary>How its channel's fader can be reached.</summary>
    public string FaderAccess { get; set; } = "none";

    /// <summary>What it said of the channel: which kinds of things, not what they are.</summary>
    public string Channel { get; set; } = "nothing";

    /// <inheritdoc/>
    public IReadOnlyList<HostFact> Facts =>
    [
        HostProgram.Fact,
        new HostFact("host calls itself", Name ?? "nothing"),
        new HostFact("host offers", Offers),
        new HostFact("fader access", FaderAccess),
        new HostFact("channel told", Channel),
        new HostFact("blocks", Blocks.Text),
        new HostFact("context fields in every block", ContextBits.Text(Blocks.AlwaysSet)),
        new HostFact("context fields in some", ContextBits.Text(Blocks.EverSet & ~Blocks.AlwaysSet)),
        .. HostProgram.Facts(Calls),
    ];
}
