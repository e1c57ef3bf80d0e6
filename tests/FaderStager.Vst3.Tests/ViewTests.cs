using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>An editor behind the view's functions. In this process: the module for Linux has none.</summary>
internal sealed unsafe class ViewTests
{
    private const nint Parent = 0x1234;

    private FakeViews _views = null!;
    private InProcess _here = null!;
    private HostedPlugin _plugin = null!;
    private void* _view;

    private PlugViewTable* Calls => *(PlugViewTable**)_view;

    [SetUp]
    public void CreateView()
    {
        _views = new FakeViews();
        _here = new InProcess(_views);
        _plugin = _here.Create();
        fixed (byte* name = "editor\0"u8)
        {
            _view = _plugin.ControllerCalls->CreateView(_plugin.Controller, name);
        }
    }

    [TearDown]
    public void LetGo()
    {
        Unknown.Release(_view);
        Assert.That(_views.Editor.Log[^1], Is.EqualTo("dispose"));
        _plugin.Dispose();
        _here.Dispose();
    }

    [Test]
    public void View_AttachedAndRemovedTwice_AttachesAndDetachesTheEditor()
    {
        Assert.That(Attach("X11EmbedWindowID\0"u8), Is.EqualTo(Result.False));
        for (int i = 0; i < 2; i++)
        {
            Assert.That(Attach("HWND\0"u8), Is.EqualTo(Result.Ok));
            Assert.That(Attach("HWND\0"u8), Is.EqualTo(Result.False), "it is there already");
            Assert.That(Calls->Removed(_view), Is.EqualTo(Result.Ok));
            Assert.That(Calls->Removed(_view), Is.EqualTo(Result.Ok));
        }

        Assert.That(string.Join(' ', _views.Editor.Log), Is.EqualTo("attach 4660 detach attach 4660 detach"));
        Assert.That(_views.Track, Is.Not.Null);
    }

    [Test]
    public void View_Sized_SizesTheEditorAndAsksTheHost()
    {
        ViewRect rect;
        Assert.That(Calls->GetSize(_view, &rect), Is.EqualTo(Result.Ok));
        Assert.That((rect.Right, rect.Bottom), Is.EqualTo((800, 500)));
        rect = new ViewRect { Left = 10, Top = 10, Right = 60, Bottom = 20 };
        Assert.That(Calls->CheckSizeConstraint(_view, &rect), Is.EqualTo(Result.Ok));
        Assert.That((rect.Right, rect.Bottom), Is.EqualTo((410, 310)));
        Assert.That(Calls->OnSize(_view, &rect), Is.EqualTo(Result.Ok));
        Assert.That(_views.Editor.Size, Is.EqualTo(new EditorSize(400, 300)));
        Assert.That(Calls->CanResize(_view), Is.EqualTo(Result.Ok));

        HostFrame frame = new();
        Calls->SetFrame(_view, frame.Pointer);
        _views.Editor.AskForSize!(new EditorSize(640, 480));
        Assert.That(frame.Asked, Is.EqualTo((640, 480)));
        Calls->SetFrame(_view, null);
        Assert.That(frame.Release(), Is.Zero);
    }

    [Test]
    public void View_Scaled_ScalesTheEditor()
    {
        void* scale = Unknown.Query(_view, PlugViewContentScaleSupportTable.Id);
        PlugViewContentScaleSupportTable* calls = *(PlugViewContentScaleSupportTable**)scale;
        Assert.That(calls->SetContentScaleFactor(scale, 1.5f), Is.EqualTo(Result.Ok));
        Assert.That(calls->SetContentScaleFactor(scale, float.NaN), Is.EqualTo(Result.False));
        Assert.That(calls->SetContentScaleFactor(scale, 0), Is.EqualTo(Result.False));
        Assert.That(_views.Editor.Log, Has.Member("scale 1.5"));
        Unknown.Release(scale);
    }

    [Test]
    public void View_ThatThrows_CostsTheHostAnAnswerOnly()
    {
        _views.Editor.Throws = true;
        Assert.That(Attach("HWND\0"u8), Is.EqualTo(Result.InternalError));
        Assert.That(FaultLog.Shared.Kinds.Select(kind => (kind.Place, kind.First.GetType())), Has.Member(("IPlugView.Attached", typeof(InvalidOperationException))));
        _views.Editor.Throws = false;
    }

    [Test]
    public void View_AskedWithNulls_Refuses()
    {
        Assert.That(Calls->IsPlatformTypeSupported(_view, null), Is.EqualTo(Result.False));
        Assert.That(Calls->Attached(_view, null, null), Is.EqualTo(Result.False));
        Assert.That(Calls->GetSize(_view, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->OnSize(_view, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->CheckSizeConstraint(_view, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->OnKeyDown(_view, 'a', 0, 0), Is.EqualTo(Result.False));
        Assert.That((long)_plugin.ControllerCalls->CreateView(_plugin.Controller, null), Is.Zero);
    }

    [Test]
    public void Keys_ThatTheEditorUses_AreToldAsUsedUntilTheyAreReleased()
    {
        EditorKey letter = new('a', 0, 0);
        EditorKey enter = new('\0', 4, 0);
        _views.Editor.Used.AddRange([letter, enter]);
        Assert.That(Calls->OnKeyDown(_view, 'a', 0, 0), Is.EqualTo(Result.False), "a closed editor uses no key");

        Attach("HWND\0"u8);
        Assert.That(Calls->OnKeyDown(_view, 'a', 0, 0), Is.EqualTo(Result.Ok));
        Assert.That(Calls->OnKeyUp(_view, 'a', 0, 0), Is.EqualTo(Result.Ok));
        Assert.That(Calls->OnKeyDown(_view, ' ', 7, 0), Is.EqualTo(Result.False));
        Assert.That(Calls->OnKeyUp(_view, ' ', 7, 0), Is.EqualTo(Result.False));

        Assert.That(Calls->OnKeyDown(_view, 0, 4, 0), Is.EqualTo(Result.Ok));
        _views.Editor.Used.Clear();
        Assert.That(Calls->OnKeyUp(_view, 0, 4, 0), Is.EqualTo(Result.Ok), "Enter gave the keyboard back before it came up again");
        Assert.That(Calls->OnKeyUp(_view, 0, 4, 0), Is.EqualTo(Result.False));
        Assert.That(Calls->OnKeyDown(_view, 'a', 0, 0), Is.EqualTo(Result.False));
    }

    private int Attach(ReadOnlySpan<byte> platform)
    {
        fixed (byte* type = platform)
        {
            return Calls->Attached(_view, (void*)Parent, type);
        }
    }

    private sealed class FakeViews : IViewFactory
    {
        public FakeEditor Editor { get; } = new();

        public TrackInstance? Track { get; private set; }

        public IEditorView? TryCreate(TrackInstance track)
        {
            Track = track;
            return Editor;
        }
    }

    private sealed class FakeEditor : IEditorView
    {
        public List<string> Log { get; } = [];

        public bool Throws { get; set; }

        public Action<EditorSize>? AskForSize { get; set; }

        public EditorSize Size { get; private set; } = new(800, 500);

        public bool IsPlatformSupported(string platform) => platform == "HWND";

        public bool Attach(nint parent)
        {
            if (Throws)
            {
                throw new InvalidOperationException("no window today");
            }

            Log.Add($"attach {parent}");
            return true;
        }

        public void Detach() => Log.Add("detach");

        public void Resize(EditorSize size) => Size = size;

        public EditorSize Constrain(EditorSize size) => new(Math.Max(size.Width, 400), Math.Max(size.Height, 300));

        public bool SetScale(double factor)
        {
            Log.Add($"scale {factor}");
            return true;
        }

        public List<EditorKey> Used { get; } = [];

        public bool UsesKey(EditorKey key) => Used.Contains(key);

        public void Dispose() => Log.Add("dispose");
    }
}
