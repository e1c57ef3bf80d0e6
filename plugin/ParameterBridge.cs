using AudioPlugSharp;
using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Plugin;

/// <summary>Keeps the host's parameters and the track's in line, and tells the host what a person does.</summary>
/// <remarks>
/// <para>
/// From the host: automation arrives by <see cref="FromProcess"/>; a knob of the host's, and a flush without the front, only changes
/// <see cref="AudioPluginParameter.EditValue"/>, without a word, so <see cref="Follow"/> looks every block. The controller's value trails the
/// automation that both get. So for half a second after a point of automation a controller's value from where the automation went waits; then it counts,
/// unless automation has spoken since. Any other value is a hand's or a flush's, and counts at once.
/// </para>
/// <para>
/// To the host: a person's edit is a gesture on the host's own thread. What the worker settles (another track became focal) is written into the
/// value that the host reads, without a gesture, for hosts take gestures only on their own thread.
/// </para>
/// </remarks>
internal sealed class ParameterBridge : IHostLink
{
    /// <summary>Time after a point of automation in which the controller's value may trail it, in ms. Rule of thumb: longer than a host's screen refresh.</summary>
    private const double AutomatedMs = 500;

    private const double SameNormalized = 1e-7;

    private readonly HostGuard _guard;
    private readonly TrackParameter[] _parameters = [.. ParameterInfo.All.Select(info => new TrackParameter(info))];
    private readonly double[] _seen = new double[ParameterInfo.All.Count];
    private readonly double[] _driven = new double[ParameterInfo.All.Count];
    private readonly AutomationTrail[] _trails = new AutomationTrail[ParameterInfo.All.Count];
    private long _automatedForFrames;
    private int _hostThread = Environment.CurrentManagedThreadId;

    /// <summary>Makes the parameters.</summary>
    /// <param name="guard">Keeps a host's exceptions away from the editor.</param>
    public ParameterBridge(HostGuard guard)
    {
        _guard = guard;
        for (int i = 0; i < _parameters.Length; i++)
        {
            _seen[i] = _parameters[i].EditValue;
        }
    }

    /// <summary>The parameters in the order they are registered in: the order of their ids.</summary>
    public IReadOnlyList<AudioPluginParameter> Parameters => _parameters;

    /// <summary>Where gestures go, or null.</summary>
    public IAudioHost? Host { get; set; }

    /// <summary>This is the host's own thread.</summary>
    /// <remarks>[ui]</remarks>
    public void NoteHostThread() => Volatile.Write(ref _hostThread, Environment.CurrentManagedThreadId);

    /// <summary>Sets how long a frame is.</summary>
    /// <remarks>[setup]</remarks>
    public void Prepare(double sampleRateHz)
    {
        _automatedForFrames = (long)(sampleRateHz * AutomatedMs / 1000);
        Array.Clear(_trails);
    }

    /// <summary>A point of automation.</summary>
    /// <remarks>[audio]</remarks>
    public void FromProcess(TrackInstance track, AudioPluginParameter parameter, double normalized)
    {
        int index = parameter.ParameterIndex;
        if ((uint)index < (uint)_parameters.Length)
        {
            TrackParameter own = _parameters[index];
            if (own.IsMomentary)
            {
                // Counted after the controller's value: a control and the block that its host sends with it are heard in one call, a controller that follows automation later.
                _driven[index] = normalized;
                return;
            }

            _trails[index].Add(normalized, own.GetValueNormalized(track.Parameters[own.Id]), _automatedForFrames);
            track.SetFromHost(own.Id, normalized);
        }
    }

    /// <summary>Takes over what host or mix changed since the last call.</summary>
    /// <param name="track">The track.</param>
    /// <param name="frames">Frames since the last call.</param>
    /// <remarks>[audio], or [ui] while no block is processed. Allocates nothing.</remarks>
    public void Follow(TrackInstance track, int frames)
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            TrackParameter parameter = _parameters[i];
            double edit = parameter.EditValue;
            bool isNew = !edit.Equals(_seen[i]);
            _seen[i] = edit;
            if (parameter.IsMomentary)
            {
                FollowMomentary(track, i, isNew);
            }
            else if (_trails[i].Next(isNew ? parameter.GetValueNormalized(edit) : double.NaN, frames) is double counts)
            {
                track.SetFromHost(parameter.Id, counts);
            }

            double normalized = parameter.GetValueNormalized(track.Parameters[parameter.Id]);
            if (!_trails[i].IsWaited && Math.Abs(normalized - parameter.GetValueNormalized(edit)) > SameNormalized)
            {
                Show(i, normalized);
            }
        }
    }

    /// <summary>Takes over what host or mix changed, a controller's value that waits as well: before a state is saved.</summary>
    /// <param name="track">The track.</param>
    /// <remarks>[ui] while no block is processed.</remarks>
    public void Settle(TrackInstance track) => Follow(track, int.MaxValue);

    /// <summary>Writes the track's values into those that the host reads: after a state was loaded. No gesture.</summary>
    /// <remarks>[ui]</remarks>
    public void ShowAll(TrackInstance track)
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            Show(i, _parameters[i].GetValueNormalized(track.Parameters[_parameters[i].Id]));
        }
    }

    /// <inheritdoc/>
    public void BeginEdit(ParameterId id)
    {
        if (IsOnHostThread)
        {
            _guard.Run(nameof(BeginEdit), () => Host?.BeginEdit((int)id));
        }
    }

    /// <inheritdoc/>
    public void PerformEdit(ParameterId id, double normalized)
    {
        Show((int)id, normalized);
        if (IsOnHostThread)
        {
            _guard.Run(nameof(PerformEdit), () => Host?.PerformEdit((int)id, normalized));
        }
    }

    /// <inheritdoc/>
    public void EndEdit(ParameterId id)
    {
        if (IsOnHostThread)
        {
            _guard.Run(nameof(EndEdit), () => Host?.EndEdit((int)id));
        }
    }

    /// <inheritdoc/>
    /// <remarks>AudioPlugSharp has no such call.</remarks>
    public void BeginGroup()
    {
    }

    /// <inheritdoc/>
    public void EndGroup()
    {
    }

    /// <inheritdoc/>
    /// <remarks>AudioPlugSharp has no such call.</remarks>
    public void MarkDirty()
    {
    }

    private bool IsOnHostThread => Volatile.Read(ref _hostThread) == Environment.CurrentManagedThreadId;

    private void FollowMomentary(TrackInstance track, int index, bool isNew)
    {
        TrackParameter parameter = _parameters[index];
        if (isNew)
        {
            track.SetControl(parameter.Id, parameter.GetValueNormalized(parameter.EditValue));
        }

        track.SetFromHost(parameter.Id, _driven[index]);
        _driven[index] = 0;
    }

    private void Show(int index, double normalized)
    {
        TrackParameter parameter = _parameters[index];
        parameter.NormalizedProcessValue = normalized;
        parameter.NormalizedEditValue = normalized;
        _seen[index] = parameter.EditValue;
        _trails[index].Forget();
    }
}
