using System.Diagnostics.CodeAnalysis;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>The plug-in as a host sees it: one object, component and controller in one, around one track.</summary>
/// <remarks>
/// It holds no logic of its own: blocks, parameters and states go to the <see cref="TrackInstance"/>. The track is made by
/// initialize and leaves its mix with terminate, or with the last reference where a host forgets that.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : NativeObject, IComponent, IEditController
{
    private readonly Coordinator _coordinator;
    private readonly IViewFactory? _views;
    private readonly bool _isSpare;
    private readonly HostEdits _edits = new();
    private void* _moduleContext;
    private void* _hostContext;
    private TrackInstance? _track;
    private ParameterFlow? _parameters;
    private IUiTimer? _timer;

    /// <summary>Makes a plug-in with one reference.</summary>
    /// <param name="coordinator">Where the tracks meet.</param>
    /// <param name="views">What makes editors, or null.</param>
    /// <param name="moduleContext">What the host gave the factory, or null.</param>
    /// <param name="isSpare">Whether no host holds it: then it starts no timer.</param>
    public FaderStagerPlugin(Coordinator coordinator, IViewFactory? views, void* moduleContext, bool isSpare = false)
        : base(
            new InterfaceEntry(ComponentTable.Id, ComponentTable.Managed),
            new InterfaceEntry(PluginBaseTable.Id, ComponentTable.Managed),
            new InterfaceEntry(AudioProcessorTable.Id, AudioProcessorTable.Managed),
            new InterfaceEntry(EditControllerTable.Id, EditControllerTable.Managed),
            new InterfaceEntry(EditController2Table.Id, EditController2Table.Managed),
            new InterfaceEntry(EditControllerHostEditingTable.Id, EditControllerHostEditingTable.Managed),
            new InterfaceEntry(UnitInfoTable.Id, UnitInfoTable.Managed),
            new InterfaceEntry(ProcessContextRequirementsTable.Id, ProcessContextRequirementsTable.Managed),
            new InterfaceEntry(PrefetchableSupportTable.Id, PrefetchableSupportTable.Managed),
            new InterfaceEntry(InfoListenerTable.Id, InfoListenerTable.Managed),
            new InterfaceEntry(ContextInfoHandler2Table.Id, ContextInfoHandler2Table.Managed))
    {
        _coordinator = coordinator;
        _views = views;
        _isSpare = isSpare;
        _moduleContext = moduleContext;
        Unknown.AddRef(moduleContext);
        Counts = _witness.Calls;
    }

    /// <summary>The track, while the plug-in is initialized.</summary>
    /// <remarks>[any]</remarks>
    internal TrackInstance? Track => _track;

    [MemberNotNullWhen(true, nameof(_track), nameof(_parameters))]
    private bool IsInitialized => _track is not null && _parameters is not null;

    /// <inheritdoc/>
    public int Initialize(void* context)
    {
        using HostCall call = HostCall.Enter();
        _edits.NoteUiThread();
        if (IsInitialized)
        {
            return Result.False;
        }

        Unknown.AddRef(context);
        _hostContext = context;
        TrackInstance track = new(_coordinator, _edits) { Project = ReaperApi.ProjectOf(context), Witness = _witness };
        _parameters = new ParameterFlow(track, _edits);
        _track = track;
        _edits.Listener = this;
        FindHostFader();
        _reaperTrack = ReaperTrack.TryFind(context);
        WitnessHost();
        AskForTrack();
        StartTimer();
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int Terminate()
    {
        using HostCall call = HostCall.Enter();
        _timer?.Stop();
        _timer = null;
        _edits.SetHandler(null);
        _hostFader?.Dispose();
        _hostFader = null;
        _edits.ChannelFader = null;
        _reaperTrack?.Dispose();
        _reaperTrack = null;
        Unknown.Release(_hostContext);
        _hostContext = null;
        _isActive = false;
        _track?.Dispose();
        _track = null;
        _parameters = null;
        FaultLog.Shared.WriteNew();
        return Result.Ok;
    }

    /// <inheritdoc/>
    protected override void OnLastRelease()
    {
        Terminate();
        Unknown.Release(_moduleContext);
        _moduleContext = null;
    }

    /// <summary>Notes that this thread is the host's UI thread. A host may have made the plug-in on another one, which loads projects.</summary>
    private void NoteUiThread()
    {
        if (!_edits.IsUiThread)
        {
            _edits.NoteUiThread();
            if (IsInitialized)
            {
                StartTimer();
            }
        }
    }

    private void StartTimer()
    {
        if (_isSpare)
        {
            return;
        }

        _timer?.Stop();
        _timer = RunLoopTimer.TryStart(_hostContext, OnUiTurn)
            ?? RunLoopTimer.TryStart(_moduleContext, OnUiTurn)
            ?? RunLoopTimer.TryStart(_edits.Handler, OnUiTurn)
            ?? (IUiTimer?)MessageTimer.TryStart(OnUiTurn);
        _edits.HasTimer = _timer is not null;
    }

    /// <summary>The host's time for us: all that waited is told now.</summary>
    private void OnUiTurn()
    {
        _edits.NoteUiThread();
        AskForTrackNowAndThen();
        _edits.Flush();
        FollowHostFader();
    }
}
