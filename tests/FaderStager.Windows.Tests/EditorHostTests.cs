using System.Runtime.CompilerServices;
using System.Windows;
using System.Windows.Interop;
using System.Windows.Media;
using FaderStager.WpfUi;

namespace FaderStager.Windows.Tests;

/// <summary>The editor as a host treats it: opened, sized, closed, opened again, at odd moments too.</summary>
public sealed class EditorHostTests
{
    [Test]
    public void Attach_HostWindow_DrawsInAChildWindowOfItsSize() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(3, 4);
        using OpenEditor editor = new(mix, mix.Tracks[0], 900, 500);
        Assert.Multiple(() =>
        {
            Assert.That(editor.Window.Children, Is.EqualTo(1));
            Assert.That(HostWindow.SizeOf(editor.Host.Handle), Is.EqualTo((900, 500)));
            Assert.That(Screens.Colours(Screens.Draw(editor.Root)), Is.GreaterThan(100));
            Assert.That(Application.Current, Is.Null);
        });
    });

    [Test]
    public void Resize_AnySize_ChildFollowsAndNothingIsCut() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(3, 4);
        using OpenEditor editor = new(mix, mix.Tracks[0]);
        foreach ((int width, int height) in ((int, int)[])[(1500, 900), (720, 420), (400, 200), (1, 1), (960, 560)])
        {
            Assert.That(editor.Host.Resize(width, height), Is.True, () => $"{editor.Host.Problem}");
            UiThread.Pump(50);
            Assert.That(HostWindow.SizeOf(editor.Host.Handle), Is.EqualTo((width, height)));
            Assert.That(editor.View.ActualWidth, Is.GreaterThanOrEqualTo(EditorHost.LeastWidth - 0.5));
            Assert.That(editor.View.ActualHeight, Is.GreaterThanOrEqualTo(EditorHost.LeastHeight - 0.5));
        }
    });

    [Test]
    public void SetScale_TwoHundredPercent_LaysOutHalfTheRoom() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(3, 4);
        using OpenEditor editor = new(mix, mix.Tracks[0], 1920, 1120, scale: 2);
        Assert.That(editor.View.ActualWidth, Is.EqualTo(960).Within(1));
        Assert.That(editor.Host.SetScale(double.NaN), Is.True);
        UiThread.Pump(50);
        Assert.That(editor.View.ActualWidth, Is.EqualTo(1920).Within(1));
    });

    [Test]
    public void Attach_NoWindow_SaysSoAndThrowsNothing() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfSilence("Kick");
        using EditorHost host = new(mix.Tracks[0], mix.HandDriven);
        Assert.Multiple(() =>
        {
            Assert.That(host.Attach(0, 960, 560), Is.False);
            Assert.That(host.Problem, Is.Not.Null);
            Assert.That(host.IsAttached, Is.False);
            Assert.That(host.Resize(10, double.NaN), Is.True);
            Assert.That(host.Detach(), Is.True);
            Assert.That(host.Detach(), Is.True);
        });
    });

    [Test]
    public void Host_DestroysItsWindowFirst_EditorIsClosedAndOpensAgain() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfSilence("Kick", "Snare");
        using EditorHost host = new(mix.Tracks[0], mix.HandDriven);
        using (HostWindow window = new(800, 500))
        {
            Assert.That(host.Attach(window.Handle, 800, 500), Is.True);
            UiThread.Pump(50);
        }

        UiThread.Pump(50);
        Assert.That(host.IsAttached, Is.False);
        Assert.That(mix.Clock.IsRunning, Is.False);
        using HostWindow other = new(800, 500);
        Assert.That(host.Attach(other.Handle, 800, 500), Is.True, () => $"{host.Problem}");
        Assert.That(host.Detach(), Is.True);
    });

    [Test]
    public void TwoEditors_OpenTogether_CloseApart() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        using OpenEditor first = new(mix, mix.Tracks[0]);
        using HostWindow window = new(960, 560);
        using EditorHost second = new(mix.Tracks[1], mix.HandDriven with { Clock = new DispatcherRefreshClock() });
        Assert.That(second.Attach(window.Handle, 960, 560), Is.True);
        UiThread.Pump(100);
        first.Host.Detach();
        UiThread.Pump(100);
        Assert.That(second.View!.IsVisible, Is.True);
        Assert.That(Screens.Colours(Screens.Draw(second.View)), Is.GreaterThan(100));
    });

    [Test]
    public void Detach_NothingTicksAnyMore() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        DispatcherRefreshClock clock = new();
        int ticks = 0;
        clock.Tick += (_, _) => ticks++;
        using HostWindow window = new(960, 560);
        using EditorHost host = new(mix.Tracks[0], mix.HandDriven with { Clock = clock });
        host.Attach(window.Handle, 960, 560);
        Assert.That(UiThread.PumpUntil(() => ticks > 2), Is.True, "The clock does not tick while the editor is open.");
        host.Detach();
        int before = ticks;
        UiThread.Pump(300);
        Assert.That(ticks, Is.EqualTo(before));
        Assert.That(clock.IsRunning, Is.False);
    });

    [Test]
    public void OpenAndClose_FiftyTimes_LeavesNoWindowTimerOrView() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(12, 4);
        using HostWindow window = new(960, 560);
        using EditorHost host = new(mix.Tracks[0], mix.HandDriven);
        List<WeakReference> left = [];
        int sourcesBefore = Sources();
        for (int i = 0; i < 50; i++)
        {
            left.AddRange(OpenOnce(host, window, mix));
        }

        Assert.Multiple(() =>
        {
            Assert.That(window.Children, Is.Zero, "child windows");
            Assert.That(Sources(), Is.EqualTo(sourcesBefore), "HwndSources");
            Assert.That(mix.Clock.IsRunning, Is.False);
            Assert.That(UiThread.PumpUntil(() => Alive(left) <= 2, 5000), Is.True, () => $"{Alive(left)} of {left.Count} views and models are held");
        });
    });

    [Test]
    public void Styles_OfOthersInTheProcess_NeitherLeakInNorOut() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        using OpenEditor editor = new(mix, mix.Tracks[1]);
        System.Windows.Controls.Button theirs = new() { Content = "theirs" };
        Window other = new() { Content = theirs, Width = 200, Height = 100, ShowInTaskbar = false };
        other.Show();
        UiThread.Pump(50);
        FrameworkElement ours = editor.Find("keep the present reading as target");
        other.Close();
        Assert.Multiple(() =>
        {
            Assert.That(((SolidColorBrush)theirs.Background).Color, Is.Not.EqualTo(((SolidColorBrush)((System.Windows.Controls.Button)ours).Background).Color));
            Assert.That(theirs.FontFamily.Source, Does.Not.Contain("Roboto"));
            Assert.That(System.Windows.Documents.TextElement.GetFontFamily(ours).Source, Does.Contain("Roboto"));
        });
    });

    [Test]
    public void Editor_IsDrawnInSoftware_AndSoIsWhatPopsUp() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        using OpenEditor editor = new(mix, mix.Tracks[1]);
        System.Windows.Controls.ComboBox role = (System.Windows.Controls.ComboBox)editor.Find("role");
        role.IsDropDownOpen = true;
        UiThread.Pump(100);
        HwndSource[] ours = [.. PresentationSource.CurrentSources.OfType<HwndSource>().Where(source => !source.IsDisposed && source.RootVisual is not null)];
        Assert.That(ours, Has.Length.EqualTo(2));
        Assert.That(ours.Select(source => source.CompositionTarget!.RenderMode), Is.All.EqualTo(RenderMode.SoftwareOnly));
        Assert.That(WpfUi.Hosting.OurWindows.AreAll(editor.View.Dispatcher), Is.True);
        role.IsDropDownOpen = false;
    });

    [Test]
    public void Fault_OfWpfItselfWithoutAFrameOfOurs_StaysFromTheHost() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        using OpenEditor editor = new(mix, mix.Tracks[0]);
        System.Windows.Controls.Button broken = new();
        broken.BeginInit();
        editor.View.Dispatcher.BeginInvoke((Action)Delegate.CreateDelegate(typeof(Action), broken, nameof(broken.BeginInit)));
        Assert.That(UiThread.PumpUntil(() => editor.Host.Problem is not null, 5000), Is.True, "It was not handled, or never came.");
        Assert.That(editor.Host.Problem!.StackTrace, Does.Not.Contain("FaderStager."));
        Assert.That(Screens.Colours(Screens.Draw(editor.Root)), Is.GreaterThan(100));
    });

    [Test]
    public void Windows_OfOthersOnTheThread_AreTold_FromOurs() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        using OpenEditor editor = new(mix, mix.Tracks[0]);
        Window theirs = new() { Content = "theirs", Width = 200, Height = 100, ShowInTaskbar = false };
        bool before = WpfUi.Hosting.OurWindows.AreAll(editor.View.Dispatcher);
        theirs.Show();
        bool with = WpfUi.Hosting.OurWindows.AreAll(editor.View.Dispatcher);
        theirs.Close();
        Assert.That((before, with, WpfUi.Hosting.OurWindows.AreAll(editor.View.Dispatcher)), Is.EqualTo((true, false, true)));
    });

    [TestCase(true)]
    [TestCase(false)]
    public void Faults_OfOneEditor_DoNotBlankTheOther(bool isFirst) => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(2, 4);
        using OpenEditor first = new(mix, mix.Tracks[0]);
        using OpenEditor second = new(mix, mix.Tracks[1]);
        (OpenEditor faulty, OpenEditor sound) = isFirst ? (first, second) : (second, first);
        HwndSource source = HwndSource.FromHwnd(faulty.Host.Handle);
        ((System.Windows.Controls.ContentControl)faulty.View).Content = new Faulty();
        Assert.That(UiThread.PumpUntil(() => source.RootVisual is null, 30_000), Is.True, "What fails again and again was not taken out.");
        UiThread.Pump(500);
        Assert.Multiple(() =>
        {
            Assert.That(source.RootVisual, Is.Null);
            Assert.That(HwndSource.FromHwnd(sound.Host.Handle).RootVisual, Is.Not.Null);
            Assert.That(Screens.Colours(Screens.Draw(sound.Root)), Is.GreaterThan(100));
            Assert.That(faulty.Host.Problem, Is.InstanceOf<InvalidOperationException>());
        });
    });

    /// <summary>An element that fails whenever it is laid out.</summary>
    private sealed class Faulty : FrameworkElement
    {
        protected override Size MeasureOverride(Size availableSize) => throw new InvalidOperationException("out of order");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] OpenOnce(EditorHost host, HostWindow window, TestMix mix)
    {
        Assert.That(host.Attach(window.Handle, 960, 560), Is.True, () => $"{host.Problem}");
        mix.Clock.Turn();
        UiThread.Pump(20);
        WeakReference[] made = [new(host.View), new(host.Model), new(HwndSource.FromHwnd(host.Handle))];
        Assert.That(host.Detach(), Is.True, () => $"{host.Problem}");
        return made;
    }

    private static int Sources()
    {
        int count = 0;
        foreach (PresentationSource source in PresentationSource.CurrentSources)
        {
            count += source.IsDisposed ? 0 : 1;
        }

        return count;
    }

    private static int Alive(List<WeakReference> references)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return references.Count(reference => reference.IsAlive);
    }
}
