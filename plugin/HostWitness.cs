using FaderStager.Mixing.Hosts;

namespace FaderStager.Plugin;

/// <summary>What one object of the edition has seen of the bridge and its host. The bridge hides who the host is and most of what it says.</summary>
/// <remarks>Written by the thread that the bridge calls on, read by the editor. Nothing is allocated while blocks run.</remarks>
internal sealed class HostWitness : IHostWitness
{
    /// <summary>Numbers of the bridge's calls.</summary>
    public enum Call
    {
        /// <summary>Set up.</summary>
        Initialize,

        /// <summary>The longest block; 0 frames = the front's word for the end.</summary>
        SetMaxAudioBufferSize,

        /// <summary>Blocks will come.</summary>
        Start,

        /// <summary>No blocks any more.</summary>
        Stop,

        /// <summary>A block.</summary>
        Process,

        /// <summary>Automation within a block.</summary>
        HandleParameterChange,

        /// <summary>The project is saved.</summary>
        SaveState,

        /// <summary>A project is loaded.</summary>
        RestoreState,

        /// <summary>The editor opens.</summary>
        ShowEditor,

        /// <summary>The editor's window changes its size.</summary>
        ResizeEditor,

        /// <summary>The editor closes.</summary>
        HideEditor,
    }

    /// <summary>What was called.</summary>
    public CallCounts Calls { get; } = new([.. Enum.GetNames<Call>().Select(name => $"the bridge.{name}")]);

    /// <summary>What the blocks were like.</summary>
    public SeenBlocks Blocks { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<HostFact> Facts =>
    [
        HostProgram.Fact,
        new HostFact("fader access", "none: the bridge passes none on"),
        new HostFact("channel told", "nothing: the bridge passes nothing on"),
        new HostFact("blocks", Blocks.Text),
        new HostFact("playing flag", (Blocks.EverSet, Blocks.AlwaysSet) switch { (0, _) => "never set", (_, 0) => "set in some blocks", _ => "set in every block" }),
        .. HostProgram.Facts(Calls),
    ];

    /// <summary>The bridge makes a call.</summary>
    /// <param name="call">Which.</param>
    /// <remarks>[any], [audio] included.</remarks>
    public void Note(Call call) => Calls.Note((int)call);
}
