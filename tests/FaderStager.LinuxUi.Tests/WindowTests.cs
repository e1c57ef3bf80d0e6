using FaderStager.LinuxUi.X11;
using FaderStager.Mixing.Faults;
using FaderStager.Presentation.Looks;
using FaderStager.Tests.X11;

namespace FaderStager.LinuxUi.Tests;

/// <summary>The editor in a host's window on a real X server.</summary>
[NonParallelizable]
public sealed class WindowTests
{
    private XHost _host = null!;
    private TestMix _mix = null!;
    private EditorWindow _editor = null!;
    private long _faults;

    [SetUp]
    public void Open()
    {
        _host = new XHost();
        _mix = TestMix.OfNoise(3, 4);
        _editor = new EditorWindow(_mix.Tracks[1], "test", "VST3");
        _faults = FaultLog.Shared.Count;
    }

    [TearDown]
    public void Close()
    {
        _editor?.Dispose();
        _mix?.Dispose();
        _host?.Dispose();
        Assert.That(FaultLog.Shared.Count, Is.EqualTo(_faults));
    }

    [Test]
    public void Window_OpenedTwoHundredTimes_LeavesNothing()
    {
        uint parent = _host.MakeWindow();
        OpenAndClose(parent, 20);
        Leftovers before = Leftovers.Of(_host);
        GC.Collect();
        long bytes = Leftovers.ResidentBytes();
        OpenAndClose(parent, 200);
        GC.Collect();
        Assert.Multiple(() =>
        {
            Assert.That(Leftovers.Of(_host), Is.EqualTo(before));
            Assert.That(_host.Inside(parent), Is.Empty);
            Assert.That(Leftovers.ResidentBytes() - bytes, Is.LessThan(12_000_000), "each opening has 2 MB of pixels alone");
        });
    }

    [Test]
    public void Window_Opened_ShowsTheEditorInItsSize()
    {
        uint window = Shown(_host.MakeWindow());
        Assert.Multiple(() =>
        {
            Assert.That(_host.SizeOf(window), Is.EqualTo((EditorBounds.DefaultWidth, EditorBounds.DefaultHeight)));
            Assert.That(_host.PixelOf(window, 4, 4), Is.EqualTo(Colours.Surface & 0xFFFFFF));
            Assert.That(_editor.Frames, Is.Positive);
        });
    }

    [Test]
    public void Star_Clicked_FlagsTheFocal()
    {
        uint window = Shown(_host.MakeWindow());
        _host.Click(window, 28, 22);
        _editor.OnReady();
        Assert.That(_mix.Tracks[1].IsFocal, Is.True);
    }

    [Test]
    public void Wheel_OverTheFader_MovesItOnce()
    {
        uint window = Shown(_host.MakeWindow());
        _host.Click(window, 160, 300, button: 5);
        _editor.OnReady();
        Assert.That(_mix.Tracks[1].FaderDb, Is.EqualTo(-0.5).Within(0.01));
    }

    [Test]
    public void Window_ResizedInAStorm_EndsWithTheLastSize()
    {
        uint window = Shown(_host.MakeWindow(2000, 1200));
        Random random = new(5);
        for (int i = 0; i < 500; i++)
        {
            _editor.Resize(random.Next(1, 2000), random.Next(1, 1400));
            _editor.SetScale(random.Next(1, 5) / 2.0);
            if (i % 3 == 0)
            {
                _editor.OnTimer();
            }
        }

        _editor.SetScale(2);
        _editor.Resize(1920, 1120);
        Turn();
        Assert.Multiple(() =>
        {
            Assert.That(_host.SizeOf(window), Is.EqualTo((1920, 1120)));
            Assert.That(_host.PixelOf(window, 1915, 4), Is.EqualTo(Colours.Surface & 0xFFFFFF), "drawn to its edge");
        });
    }

    [Test]
    public void ParentDestroyedFirst_IsNoFault()
    {
        uint parent = _host.MakeWindow();
        Shown(parent);
        _host.Destroy(parent);
        Turn();
        Assert.That(_editor.IsSeen, Is.False);
        _editor.Close();
        _editor.Close();
        Shown(_host.MakeWindow());
    }

    [Test]
    public void HiddenWindow_DrawsNothing_UntilItIsShownAgain()
    {
        uint parent = _host.MakeWindow();
        Shown(parent);
        _host.Unmap(parent);
        for (int turn = 0; turn < 25; turn++)
        {
            _editor.OnTimer();
        }

        long frames = _editor.Frames;
        Assert.That(_editor.IsSeen, Is.False);
        _mix.Tracks[0].FaderDb = -5;
        _mix.Refresh();
        Turn();
        Assert.That(_editor.Frames, Is.EqualTo(frames));
        _host.Map(parent);
        Turn();
        Assert.That((_editor.IsSeen, _editor.Frames > frames), Is.EqualTo((true, true)));
    }

    [Test]
    public void NoWindow_Refuses_AndLeavesNothing()
    {
        _host.MakeWindow();
        Leftovers before = Leftovers.Of(_host);
        for (int i = 0; i < 20; i++)
        {
            Assert.Throws<InvalidOperationException>(() => _editor.Open(0x7FFF0001));
        }

        Assert.That(Leftovers.Of(_host), Is.EqualTo(before));
        Assert.That(_editor.IsOpen, Is.False);
    }

    [Test]
    public void HostileEvents_AreSurvived()
    {
        uint window = Shown(_host.MakeWindow());
        Random random = new(11);
        byte[] bytes = new byte[32];
        for (int i = 0; i < 3000; i++)
        {
            random.NextBytes(bytes);
            bytes[0] = (byte)random.Next(2, 35);

            // Not what tells that the window is gone: that would be believed.
            bytes[0] = bytes[0] == Xcb.DestroyNotify ? Xcb.MotionNotify : bytes[0];
            _host.SendRaw(window, bytes);
            if (i % 10 == 0)
            {
                _editor.OnReady();
            }
        }

        Turn();
        _host.Sync();
        Assert.That(_host.PixelOf(window, 4, 4), Is.EqualTo(Colours.Surface & 0xFFFFFF));
    }

    [Test]
    public void Keys_OutsideOfAnEdit_AreNobodys()
    {
        uint window = Shown(_host.MakeWindow());
        string name = _mix.Tracks[1].Name;
        for (byte key = 9; key < 120; key++)
        {
            _host.Send(window, Xcb.KeyPress, key, 100, 20);
            _host.Send(window, Xcb.KeyRelease, key, 100, 20);
        }

        Turn();
        Assert.That((_mix.Tracks[1].Name, _mix.Tracks[1].FaderDb), Is.EqualTo((name, 0.0)));
    }

    private void OpenAndClose(uint parent, int times)
    {
        for (int i = 0; i < times; i++)
        {
            Shown(parent);
            _editor.Close();
        }
    }

    private uint Shown(uint parent)
    {
        _editor.Open(parent);
        Turn();
        return _host.Inside(parent).Single();
    }

    private void Turn()
    {
        for (int turn = 0; turn < 25; turn++)
        {
            _editor.OnReady();
            _editor.OnTimer();
        }

        _host.Sync();
    }
}
