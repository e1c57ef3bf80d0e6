using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Parameters;
using FaderStager.Reports;

namespace FaderStager.Engine.Tests;

/// <summary>A host that writes down what it is told.</summary>
internal sealed class FakeHost : IHostLink
{
    private readonly List<string> _calls = [];

    /// <summary>What to do in the middle of a gesture, as hosts do that set the value at once.</summary>
    public Action<ParameterId, double>? OnPerform { get; set; }

    /// <summary>Where the channel's own fader is, in dB; NaN = this host gives no access to it.</summary>
    public double ChannelFaderDb { get; set; } = double.NaN;

    public bool ReachesFader => !double.IsNaN(ChannelFaderDb);

    public double FaderDb => ChannelFaderDb;

    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    public int Gestures(ParameterId id) => Calls.Count(call => call == $"end {id}");

    public void Forget()
    {
        lock (_calls)
        {
            _calls.Clear();
        }
    }

    public void MoveFader(double db)
    {
        Note(FormattableString.Invariant($"move channel fader {db:0.0} dB"));
        ChannelFaderDb = db;
    }

    public void BeginGroup() => Note("begin group");

    public void EndGroup() => Note("end group");

    public void MarkDirty() => Note("dirty");

    public void BeginEdit(ParameterId id) => Note($"begin {id}");

    public void PerformEdit(ParameterId id, double normalized)
    {
        Note($"perform {id} {ParameterInfo.Of(id).ToText(ParameterInfo.Of(id).FromNormalized(normalized))}");
        OnPerform?.Invoke(id, normalized);
    }

    public void EndEdit(ParameterId id) => Note($"end {id}");

    private void Note(string call)
    {
        lock (_calls)
        {
            _calls.Add(call);
        }
    }
}
