using System.ComponentModel;

namespace AudioPlugSharp;

/// <summary>A parameter with two values: one that the audio thread uses, one that host and editor see.</summary>
public class AudioPluginParameter : INotifyPropertyChanged
{
    private double _edit;
    private double _before;
    private int _pointBefore = -1;
    private int _point = -1;

    public AudioPluginParameter()
    {
        MaxValue = 1;
        DefaultValue = 0.5;
        ValueFormat = "{0:0.0}";
    }

    public event PropertyChangedEventHandler PropertyChanged;

    public IAudioPluginEditor Editor { get; internal set; }

    public int ParameterIndex { get; internal set; }

    public string ID { get; set; }

    public string Name { get; set; }

    public virtual double MinValue { get; set; }

    public virtual double MaxValue { get; set; }

    public double RangePower { get; set; }

    public double DefaultValue { get; set; }

    public string ValueFormat { get; set; }

    public double ProcessValue { get; set; }

    /// <summary>Setting it is one gesture towards the host, once the parameter was added; a host that is null then is an error.</summary>
    public double EditValue
    {
        get => _edit;
        set
        {
            if (_edit == value)
            {
                return;
            }

            _edit = value;
            if (Editor != null)
            {
                IAudioHost host = Editor.Host;
                host.BeginEdit(ParameterIndex);
                host.PerformEdit(ParameterIndex, GetValueNormalized(value));
                host.EndEdit(ParameterIndex);
            }

            OnPropertyChanged(nameof(EditValue));
            OnPropertyChanged(nameof(DisplayValue));
        }
    }

    public virtual string DisplayValue => string.Format(ValueFormat, _edit);

    public double NormalizedProcessValue
    {
        get => GetValueNormalized(ProcessValue);
        set => ProcessValue = GetValueDenormalized(value);
    }

    /// <summary>What the controller reads and writes: no gesture, no notification.</summary>
    public double NormalizedEditValue
    {
        get => GetValueNormalized(_edit);
        set => _edit = GetValueDenormalized(value);
    }

    public bool NeedInterpolationUpdate { get; private set; }

    public static double DBToLinear(double db) => Math.Pow(10, db / 20);

    public static double LinearToDB(double linear) => 20 * Math.Log10(linear);

    public virtual double GetValueNormalized(double value)
    {
        double place = (value - MinValue) / (MaxValue - MinValue);
        return RangePower > 0 ? Math.Pow(place, RangePower) : place;
    }

    public virtual double GetValueDenormalized(double value)
    {
        double place = RangePower > 0 ? Math.Pow(value, 1 / RangePower) : value;
        return MinValue + (place * (MaxValue - MinValue));
    }

    public void AddParameterChangePoint(double newNormalizedValue, int sampleOffset)
    {
        (_pointBefore, _before, _point) = (_point, ProcessValue, sampleOffset);
        NormalizedProcessValue = newNormalizedValue;
        NeedInterpolationUpdate = ProcessValue != _before;
    }

    public void ResetParameterChange()
    {
        (_before, _pointBefore, _point) = (ProcessValue, -1, -1);
        NeedInterpolationUpdate = false;
    }

    public double GetInterpolatedProcessValue(int sampleOffset) =>
        NeedInterpolationUpdate && sampleOffset <= _point
            ? _before + ((ProcessValue - _before) * (sampleOffset - _pointBefore) / (_point - _pointBefore))
            : ProcessValue;

    public void OnPropertyChanged(string name) => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));
}
