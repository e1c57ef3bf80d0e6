using System.Windows.Automation.Peers;
using System.Windows.Automation.Provider;
using FaderStager.Staging.Settings;

namespace FaderStager.WpfUi.Controls;

/// <summary>The fader for screen readers: a range of dB.</summary>
/// <remarks>[ui]</remarks>
internal sealed class FaderStripPeer(FaderStrip strip) : FrameworkElementAutomationPeer(strip), IRangeValueProvider
{
    public bool IsReadOnly => strip.Figures is not { CanMoveFader: true };

    public double LargeChange => 3;

    public double SmallChange => 0.5;

    public double Maximum => strip.TopDb;

    public double Minimum => FaderRange.DownDb;

    public double Value => Math.Max(FaderRange.DownDb, strip.FaderDb);

    public void SetValue(double value) => strip.Figures?.SetFader(value <= FaderRange.DownDb ? double.NegativeInfinity : value);

    public override object GetPattern(PatternInterface patternInterface) =>
        patternInterface == PatternInterface.RangeValue ? this : base.GetPattern(patternInterface);

    protected override AutomationControlType GetAutomationControlTypeCore() => AutomationControlType.Slider;

    protected override string GetClassNameCore() => nameof(FaderStrip);

    protected override bool IsControlElementCore() => true;
}
