using System.Windows;
using FaderStager.WpfUi.Views;

namespace FaderStager.Windows.Tests;

[Apartment(ApartmentState.STA)]
public sealed class SmokeTests
{
    [Test]
    public void Window_Shown_Draws()
    {
        var w = new Window { Content = new EditorView(), Width = 400, Height = 200, Left = 0, Top = 0 };
        w.Show();
        var t = new System.Windows.Threading.DispatcherTimer { Interval = TimeSpan.FromSeconds(3) };
        t.Tick += (_, _) => System.Windows.Threading.Dispatcher.ExitAllFrames();
        t.Start();
        System.Windows.Threading.Dispatcher.PushFrame(new System.Windows.Threading.DispatcherFrame());
        w.Close();
        Assert.Pass();
    }
}
