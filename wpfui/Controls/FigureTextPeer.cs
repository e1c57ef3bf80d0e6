using System.Windows.Automation.Peers;
using FaderStager.Reports;

namespace FaderStager.WpfUi.Controls;

/// <summary>A drawn text for screen readers: the text itself, unless it was given a name.</summary>
/// <remarks>[ui]</remarks>
internal sealed class FigureTextPeer(FigureText text) : FrameworkElementAutomationPeer(text)
{
    protected override string GetNameCore() => base.GetNameCore() is { Length: > 0 } name ? name : text.Text;

    protected override AutomationControlType GetAutomationControlTypeCore() => AutomationControlType.Text;

    protected override string GetClassNameCore() => nameof(FigureText);
}
