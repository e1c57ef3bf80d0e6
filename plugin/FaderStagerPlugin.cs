using AudioPlugSharp;
using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Plugin.Editors;

namespace FaderStager.Plugin;

/// <summary>FaderStager as an AudioPlugSharp plug-in: an adapter between the bridge and a <see cref="TrackInstance"/>.</summary>
/// <remarks>
/// <para>
/// Made at every scan, so making one joins nothing and starts nothing: the track joins its mix in <see cref="Start"/>. The bridge never says that
/// an object is done with; the front does, by blocks of 0 frames in <see cref="SetMaxAudioBufferSize"/>, and the track leaves.
/// </para>
/// <para>
/// No exception leaves it: a call that fails is told once in the log, a block that fails passes through. Nothing is logged on an audio thread.
/// </para>
/// <para>
/// Song position: the bridge asks for no process context, so a host may leave the playing flag unset while the position is valid. A flag that is
/// set is believed; otherwise rolling is concluded from a position that advances by each block.
/// </para>
/// <para>
/// The bridge is to be called through the front (plugin/front), which gives every processor an object of its own. By itself it pairs processor and
/// controller wrongly from the third instance of one factory on: a controller gets an object that was never initialised, and two processors share
/// another. Parameters therefore exist from the constructor on (a controller shows another object's until it is connected), and two processors that
/// share an object never run it at the same time: the one that comes second passes its block through.
/// </para>
/// </remarks>
internal sealed class FaderStagerPlugin : AudioPluginBase, IDisposable
{
    private readonly HostWitness _witness = new();
    private readonly HostGuard _guard;
    private readonly ParameterBridge _parameters;
    private readonly TrackInstance _track;
    private readonly BlockBridge _blocks;
    private IPluginEditor? _editor;
    private byte[] _lastState = [];
    private int _isProcessing;
    private bool _isInitialized;

    /// <summary>Makes a plug-in in the process' shared mix.</summary>
    /// <remarks>[ui] No side effects: hosts do it to scan.</remarks>
    public FaderStagerPlugin()
        : this(Coordinator.Shared, Logger.Log, MemoryRegion.Finder)
    {
    }

    internal FaderStagerPlugin(Coordinator coordinator, Action<string> log, Func<nint, MemoryRegion>? findRegion)
    {
        _guard = new HostGuard(log);
        _parameters = new ParameterBridge(_guard);
        _track = new TrackInstance(coordinator, _parameters) { Witness = _witness };
        _blocks = new BlockBridge(_track, findRegion);
        Company = "FaderStager";
        Website = "";
        Contact = "";
        PluginName = "FaderStager";
        PluginCategory = "Fx|Analyzer|NoOfflineProcess";
        PluginVersion = typeof(FaderStagerPlugin).Assembly.GetName().Version?.ToString(3) ?? "0";
        PluginID = 0x46_61_64_65_72_53_74_67; // "FaderStg": hosts find a project's plug-in by it, so it never changes.
        CacheLoadContext = true; // Else each instance would have statics of its own and see no other track.
        SampleFormatsSupported = EAudioBitsPerSample.Bits32;
        InputPorts = [new FloatAudioIOPort("Input", EAudioChannelConfiguration.Stereo)];
        OutputPorts = [new FloatAudioIOPort("Output", EAudioChannelConfiguration.Stereo)];
        HasUserInterface = EditorFactory.IsPresent;
        (EditorWidth, EditorHeight) = (960, 560);
        foreach (AudioPluginParameter parameter in _parameters.Parameters)
        {
            AddParameter(parameter);
        }

        base.Initialize();
    }

    /// <summary>The track behind it.</summary>
    internal TrackInstance Track => _track;

    /// <inheritdoc/>
    /// <remarks>[ui]</remarks>
    public override void Initialize() => Run(HostWitness.Call.Initialize, () =>
    {
        base.Initialize();
        _parameters.NoteHostThread();
        _parameters.Host = Host;
        if (_isInitialized)
        {
            _guard.Tell("set up a second time. Where the host loads AudioPlugSharp's bridge without FaderStager's front, the bridge gives one object to two tracks: install FaderStager again.");
        }

        _isInitialized = true;
    });

    /// <inheritdoc/>
    /// <remarks>[setup] Blocks of 0 frames are the front's word for the end: no host asks for them.</remarks>
    public override void SetMaxAudioBufferSize(uint maxSamples, EAudioBitsPerSample bitsPerSample)
    {
        if (maxSamples == 0)
        {
            Dispose();
            return;
        }

        Run(HostWitness.Call.SetMaxAudioBufferSize, () => base.SetMaxAudioBufferSize(maxSamples, bitsPerSample));
    }

    /// <inheritdoc/>
    /// <remarks>[setup] Prepares the track and joins its mix.</remarks>
    public override void Start() => Run(HostWitness.Call.Start, () =>
    {
        _parameters.Host = Host;
        _parameters.Settle(_track);
        _parameters.Prepare(Host.SampleRate);
        _track.Prepare(new ProcessSetup(Host.SampleRate, (int)Math.Clamp(Host.MaxAudioBufferSize, 1, 1 << 20), Channels: 2));
    });

    /// <inheritdoc/>
    /// <remarks>[setup]</remarks>
    public override void Stop() => Run(HostWitness.Call.Stop, _track.Deactivate);

    /// <inheritdoc/>
    /// <remarks>[audio] Allocates nothing, throws nothing.</remarks>
#pragma warning disable CA1031 // A host is no place for an exception of ours, whatever it is.
    public override void HandleParameterChange(AudioPluginParameter parameter, double newNormalizedValue, int sampleOffset)
    {
        _witness.Note(HostWitness.Call.HandleParameterChange);
        try
        {
            base.HandleParameterChange(parameter, newNormalizedValue, sampleOffset);
            _parameters.FromProcess(_track, parameter, newNormalizedValue);
        }
        catch (Exception problem)
        {
            _guard.Note(problem);
        }
    }

    /// <inheritdoc/>
    /// <remarks>[audio] Allocates nothing, throws nothing.</remarks>
    public override void Process()
    {
        _witness.Note(HostWitness.Call.Process);
        bool isAlone = Interlocked.Exchange(ref _isProcessing, 1) == 0;
        try
        {
            IAudioHost? host = Host;
            if (isAlone && host is not null)
            {
                TakeEvents(host);
                int frames = (int)InputPorts[0].CurrentBufferSize;
                Witness(host, frames);
                _parameters.Follow(_track, frames);
                if (frames > 0)
                {
                    _blocks.Process(InputPorts[0], OutputPorts[0], PositionOf(host));
                }
            }
            else
            {
                _blocks.PassThrough(InputPorts[0], OutputPorts[0]);
            }
        }
        catch (Exception problem)
        {
            _guard.Note(problem);
            _blocks.PassThrough(InputPorts[0], OutputPorts[0]);
        }
        finally
        {
            if (isAlone)
            {
                Volatile.Write(ref _isProcessing, 0);
            }
        }
    }

    private void Witness(IAudioHost host, int frames)
    {
        const uint Playing = 1;
        _witness.Blocks.Note(frames, inputs: 2, outputs: 2, isOffline: false);
        if (frames > 0)
        {
            _witness.Blocks.NoteContext(host.IsPlaying ? Playing : 0, host.CurrentProjectSample, host.IsPlaying, frames);
        }
    }

    private void TakeEvents(IAudioHost host)
    {
        try
        {
            host.ProcessAllEvents();
        }
        catch (Exception problem)
        {
            _guard.Note(problem);
        }
    }
#pragma warning restore CA1031

    /// <inheritdoc/>
    /// <remarks>[any but audio] Never null: hosts take that for damage.</remarks>
    public override byte[] SaveState()
    {
        Run(HostWitness.Call.SaveState, () =>
        {
            UnlessProcessing(_parameters.Settle);
            _lastState = _track.SaveState();
        });
        return _lastState;
    }

    /// <inheritdoc/>
    /// <remarks>[any but audio] Damaged bytes give defaults and a line in the log. No gesture reaches the host.</remarks>
    public override void RestoreState(byte[] stateData) => Run(HostWitness.Call.RestoreState, () =>
    {
        if (_track.LoadState(stateData ?? []) is { } warning)
        {
            _guard.Tell(warning);
        }

        _parameters.ShowAll(_track);
        if (_track.EditorLayout is { Width: > 0, Height: > 0 } layout)
        {
            (EditorWidth, EditorHeight) = ((uint)layout.Width, (uint)layout.Height);
        }
    });

    /// <inheritdoc/>
    /// <remarks>[ui]</remarks>
    public override double GetDpiScale()
    {
        double scale = 1;
        _guard.Run(nameof(GetDpiScale), () => scale = EditorFactory.ScreenScale);
        return double.IsFinite(scale) && scale > 0 ? scale : 1;
    }

    /// <inheritdoc/>
    /// <remarks>[ui]</remarks>
    public override void ShowEditor(IntPtr parentWindow) => Run(HostWitness.Call.ShowEditor, () =>
    {
        _parameters.NoteHostThread();
        UnlessProcessing(track => _parameters.Follow(track, 0));
        _editor ??= EditorFactory.Create(_track, HostName.Find());
        double scale = GetDpiScale();
        Check(_editor?.Attach(parentWindow, EditorWidth * scale, EditorHeight * scale));
    });

    /// <inheritdoc/>
    /// <remarks>[ui]</remarks>
    public override void ResizeEditor(uint newWidth, uint newHeight) => Run(HostWitness.Call.ResizeEditor, () =>
    {
        base.ResizeEditor(newWidth, newHeight);
        _track.EditorLayout = _track.EditorLayout with { Width = (int)Math.Min(newWidth, ushort.MaxValue), Height = (int)Math.Min(newHeight, ushort.MaxValue) };
        double scale = GetDpiScale();
        Check(_editor?.Resize(newWidth * scale, newHeight * scale));
    });

    /// <inheritdoc/>
    /// <remarks>[ui]</remarks>
    public override void HideEditor() => Run(HostWitness.Call.HideEditor, () => Check(_editor?.Detach()));

    /// <summary>Closes the editor and leaves the mix. The host is not called any more: what the bridge calls it by may be gone.</summary>
    /// <remarks>[setup]</remarks>
    public void Dispose() => _guard.Run(nameof(Dispose), () =>
    {
        _parameters.Host = null;
        Host = null;
        _editor?.Dispose();
        _track.Dispose();
    });

    private void Run(HostWitness.Call call, Action act)
    {
        _witness.Note(call);
        _guard.Run(call.ToString(), act);
    }

    private void Check(bool? succeeded)
    {
        if (succeeded == false && _editor?.Problem is { } problem)
        {
            _guard.Tell($"the editor: {problem}");
        }
    }

    private static SongPosition PositionOf(IAudioHost host) =>
        new(host.CurrentProjectSample, host.IsPlaying ? Transport.Rolling : Transport.Unknown);

    /// <summary>Takes over what is left in the controller's values; while a block is processed, that does it.</summary>
    private void UnlessProcessing(Action<TrackInstance> take)
    {
        if (Interlocked.Exchange(ref _isProcessing, 1) == 0)
        {
            take(_track);
            Volatile.Write(ref _isProcessing, 0);
        }
    }
}
