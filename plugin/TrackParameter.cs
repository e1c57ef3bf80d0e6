using AudioPlugSharp;
using FaderStager.Mixing.Parameters;
using FaderStager.Reports;

namespace FaderStager.Plugin;

/// <summary>A parameter as AudioPlugSharp registers it; range, mapping and text are those of <see cref="ParameterInfo"/>.</summary>
/// <remarks>
/// AudioPlugSharp registers every parameter stepless and without a unit, and reads no text that is typed: what can be said stands in the
/// text shown. Values are plain ones, choices by their index.
/// </remarks>
internal sealed class TrackParameter : AudioPluginParameter
{
    private readonly ParameterInfo _info;

    /// <summary>Makes a parameter that already has its default, so that adding it starts no gesture towards a host that is not there yet.</summary>
    public TrackParameter(ParameterInfo info)
    {
        _info = info;
        ID = info.Id.ToString();
        Name = info.Unit.Length > 0 ? $"{info.Name} ({info.Unit})" : info.Name;
        MinValue = info.Minimum;
        MaxValue = info.Maximum;
        DefaultValue = info.Default;
        NormalizedEditValue = info.ToNormalized(info.Default);
        DefaultValue = EditValue;
        ProcessValue = EditValue;
    }

    /// <summary>Which parameter.</summary>
    public ParameterId Id => _info.Id;

    /// <summary>Whether it is a button.</summary>
    public bool IsMomentary => _info.IsMomentary;

    /// <inheritdoc/>
    public override string DisplayValue => _info.ToText(EditValue);

    /// <inheritdoc/>
    public override double GetValueNormalized(double value) => _info.ToNormalized(value);

    /// <inheritdoc/>
    public override double GetValueDenormalized(double value) => _info.FromNormalized(value);
}
