using FaderStager.Mixing.Parameters;
using FaderStager.Reports;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Controller: the parameters, as a host's controls see them. There is one set of values, the track's.</summary>
/// <remarks>
/// Texts are without the unit, which stands in the description; both are read back. A fader that is down reads "-inf" and is
/// -60 dB as a plain number, for hosts that draw it on a scale. A host may write to a reading; nothing happens.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : IEditController2, IEditControllerHostEditing
{
    /// <inheritdoc/>
    public int SetComponentState(void* stream) => IsInitialized ? Result.Ok : Result.NotInitialized;

    /// <inheritdoc/>
    int IEditController.SetState(void* stream) => IsInitialized ? Result.Ok : Result.NotInitialized;

    /// <inheritdoc/>
    int IEditController.GetState(void* stream) => IsInitialized ? Result.Ok : Result.NotInitialized;

    /// <inheritdoc/>
    public int GetParameterCount() => ParameterInfo.All.Count;

    /// <inheritdoc/>
    public int GetParameterInfo(int index, ParameterInfoData* info)
    {
        if (info == null || index < 0 || index >= ParameterInfo.All.Count)
        {
            return Result.InvalidArgument;
        }

        ParameterInfo parameter = ParameterInfo.All[index];
        *info = default;
        info->Id = (uint)parameter.Id;
        NativeText.Write(info->Title, NativeText.String128Length, parameter.Name);
        NativeText.Write(info->ShortTitle, NativeText.String128Length, parameter.Name);
        NativeText.Write(info->Units, NativeText.String128Length, parameter.Unit);
        info->StepCount = parameter.StepCount;
        info->DefaultNormalized = parameter.ToNormalized(parameter.Default);
        info->UnitId = ParameterGroups.Of(parameter);
        info->Flags = FlagsOf(parameter);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetParamStringByValue(uint id, double normalized, char* text)
    {
        if (text == null || Find(id) is not { } parameter)
        {
            return Result.InvalidArgument;
        }

        string words = parameter.ToText(parameter.FromNormalized(normalized));
        NativeText.Write(text, NativeText.String128Length, parameter.Unit.Length > 0 ? words[..words.LastIndexOf(' ')] : words);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetParamValueByString(uint id, char* text, double* normalized)
    {
        if (text == null || normalized == null || Find(id) is not { } parameter)
        {
            return Result.InvalidArgument;
        }

        if (!parameter.TryParse(NativeText.Read(text, NativeText.String128Length), out double plain))
        {
            return Result.False;
        }

        *normalized = parameter.ToNormalized(plain);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public double NormalizedParamToPlain(uint id, double normalized)
    {
        double plain = Find(id)?.FromNormalized(normalized) ?? normalized;
        return double.IsNegativeInfinity(plain) ? FaderRange.DownDb : plain;
    }

    /// <inheritdoc/>
    public double PlainParamToNormalized(uint id, double plain) => Find(id)?.ToNormalized(plain) ?? plain;

    /// <inheritdoc/>
    public double GetParamNormalized(uint id)
    {
        if (!IsInitialized || Find(id) is not { } parameter)
        {
            return 0;
        }

        using HostCall call = HostCall.Enter();
        if (_edits.IsUiThread)
        {
            FollowHostFader();
        }

        double normalized = parameter.ToNormalized(ParameterFlow.Shown(parameter, _track.Parameters[parameter.Id]));
        _edits.Known.Note(parameter.Id, normalized);
        return normalized;
    }

    /// <inheritdoc/>
    public int SetParamNormalized(uint id, double normalized)
    {
        if (!IsInitialized)
        {
            return Result.NotInitialized;
        }

        if (!double.IsFinite(normalized) || Find(id) is not { } parameter)
        {
            return Result.InvalidArgument;
        }

        using HostCall call = HostCall.Enter();
        _parameters.TakeControl(parameter.Id, normalized);
        return Result.Ok;
    }

    /// <inheritdoc/>
    /// <remarks>Ardour calls it for every parameter that is neither automated nor a reading, and does not ask whether it is there.</remarks>
    public int BeginEditFromHost(uint id) => NoteHand(id, isHeld: true);

    /// <inheritdoc/>
    public int EndEditFromHost(uint id) => NoteHand(id, isHeld: false);

    /// <inheritdoc/>
    public int SetComponentHandler(void* handler)
    {
        using HostCall call = HostCall.Enter();
        NoteUiThread();
        _edits.SetHandler(handler);
        if (IsInitialized && _timer is null)
        {
            StartTimer();
        }

        FindHostFader();
        if (handler != null)
        {
            WitnessHost();
        }

        AskForTrack();
        return Result.Ok;
    }

    /// <inheritdoc/>
    public void* CreateView(byte* name)
    {
        if (!IsInitialized || _views is null || !NativeText.Equals(name, "editor"u8))
        {
            return null;
        }

        NoteUiThread();
        AskForTrack();
        return _views.TryCreate(_track) is { } editor ? new PlugView(editor, _hostContext) { Counts = Counts }.PointerTo(PlugViewTable.Id) : null;
    }

    /// <inheritdoc/>
    public int SetKnobMode(int mode) => Result.False;

    /// <inheritdoc/>
    public int OpenHelp(byte onlyCheck) => Result.False;

    /// <inheritdoc/>
    public int OpenAboutBox(byte onlyCheck) => Result.False;

    private int NoteHand(uint id, bool isHeld)
    {
        if (!IsInitialized)
        {
            return Result.NotInitialized;
        }

        if (Find(id) is not { } parameter)
        {
            return Result.InvalidArgument;
        }

        _track.NoteHand(parameter.Id, isHeld);
        return Result.Ok;
    }

    private static ParameterInfo? Find(uint id) => id < (uint)ParameterInfo.All.Count ? ParameterInfo.All[(int)id] : null;

    private static int FlagsOf(ParameterInfo parameter) => parameter.Id switch
    {
        ParameterId.Bypass => ParameterInfoData.CanAutomate | ParameterInfoData.IsBypass,
        _ when parameter.IsMomentary => 0,
        _ => (parameter.IsReadOnly ? ParameterInfoData.IsReadOnly : ParameterInfoData.CanAutomate)
            | (parameter.StepCount > 1 || parameter.Id == ParameterId.Approach ? ParameterInfoData.IsList : 0),
    };
}
