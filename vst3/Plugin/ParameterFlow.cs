using System.Numerics;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Parameters in and out of a block.</summary>
/// <remarks>
/// In: of each queue the last point that the host can hand out wins; the fader ramps by itself, so points in between would not be
/// heard. Out: the read-only readings when what a person reads of them changed, and edits that the mix made; what a host has no room
/// for is told with the next block.
/// </remarks>
internal sealed unsafe class ParameterFlow(TrackInstance track, HostEdits edits)
{
    private const double ShownPerUnit = 10;

    private readonly (ParameterInfo Info, double Told)[] _readings =
        [.. ParameterInfo.All.Where(info => info.IsReadOnly).Select(info => (info, double.NaN))];

    /// <summary>A reading as a person reads it, in the parameter's unit: to the tenth that its text shows.</summary>
    /// <remarks>[any], [audio] included. What is no reading stays as it is.</remarks>
    public static double Shown(ParameterInfo info, double plain) => info is { IsReadOnly: true, IsChoice: false } ? Math.Round(plain * ShownPerUnit) / ShownPerUnit : plain;

    /// <summary>Takes over where the host's control stands.</summary>
    /// <remarks>[any] Of a momentary parameter only this presses: what blocks bring is automation.</remarks>
    public void TakeControl(ParameterId id, double normalized)
    {
        if (ParameterInfo.Of(id).IsMomentary)
        {
            track.SetControl(id, normalized);
        }
        else
        {
            Take(id, normalized);
        }
    }

    /// <summary>Takes a value over from the host, unless it is only what the host held before.</summary>
    /// <remarks>[any], [audio] included.</remarks>
    public void Take(ParameterId id, double normalized)
    {
        ParameterInfo info = ParameterInfo.Of(id);
        if (info.IsReadOnly)
        {
            return;
        }

        if (info.IsMomentary)
        {
            track.SetFromHost(id, normalized);
            return;
        }

        if (edits.IsEcho(id, normalized))
        {
            edits.Waiting.Add(id, info.ToNormalized(track.Parameters[id]));
            return;
        }

        edits.Known.Note(id, normalized);
        track.SetFromHost(id, normalized);
    }

    /// <summary>Takes over the host's changes.</summary>
    /// <param name="changes">IParameterChanges, or null.</param>
    /// <param name="isRolling">Whether the song rolls, or may: only then a momentary parameter's value may be automation.</param>
    /// <remarks>[audio]</remarks>
    public void Read(void* changes, bool isRolling)
    {
        int queues = changes == null ? 0 : ParameterChangesTable.Of(changes)->GetParameterCount(changes);
        for (int i = 0; i < queues; i++)
        {
            void* queue = ParameterChangesTable.Of(changes)->GetParameterData(changes, i);
            if (queue == null)
            {
                continue;
            }

            ParamValueQueueTable* table = ParamValueQueueTable.Of(queue);
            uint id = table->GetParameterId(queue);
            int frame = 0;
            double value = double.NaN;
            int point = table->GetPointCount(queue) - 1;
            while (point >= 0 && table->GetPoint(queue, point, &frame, &value) != Result.Ok)
            {
                point--;
            }

            if (point >= 0 && id < (uint)ParameterInfo.All.Count && double.IsFinite(value) && (isRolling || !ParameterInfo.Of((ParameterId)id).IsMomentary))
            {
                Take((ParameterId)id, value);
            }
        }
    }

    /// <summary>Tells the host what changed.</summary>
    /// <param name="changes">IParameterChanges, or null.</param>
    /// <remarks>[audio]</remarks>
    public void Write(void* changes)
    {
        if (changes == null)
        {
            return;
        }

        for (int i = 0; i < _readings.Length; i++)
        {
            ref (ParameterInfo Info, double Told) reading = ref _readings[i];
            double now = Shown(reading.Info, track.Parameters[reading.Info.Id]);
            if (now != reading.Told && TryTell(changes, (uint)reading.Info.Id, reading.Info.ToNormalized(now)))
            {
                reading.Told = now;
            }
        }

        int left = 0;
        for (int waiting = edits.Waiting.TakeForBlock(); waiting != 0; waiting &= waiting - 1)
        {
            int id = BitOperations.TrailingZeroCount(waiting);
            double value = edits.Waiting.ValueOf(id);
            if (TryTell(changes, (uint)id, value))
            {
                edits.Known.Note((ParameterId)id, value);
            }
            else
            {
                left |= 1 << id;
            }
        }

        if (left != 0)
        {
            edits.Waiting.ReturnToBlock(left);
        }
    }

    private static bool TryTell(void* changes, uint id, double value)
    {
        int index = 0;
        void* queue = ParameterChangesTable.Of(changes)->AddParameterData(changes, &id, &index);
        return queue != null && ParamValueQueueTable.Of(queue)->AddPoint(queue, 0, value, &index) == Result.Ok;
    }
}
