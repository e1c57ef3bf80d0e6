using FaderStager.LinuxUi;
using FaderStager.LinuxUi.Controls;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Looks;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Tests;

/// <summary>An editor drawn into memory, and ways to use it as a person does.</summary>
internal sealed class DrawnEditor : IDisposable
{
    private readonly TestMix _mix;

    public DrawnEditor(TestMix mix, TrackInstance track, int width = EditorBounds.DefaultWidth, int height = EditorBounds.DefaultHeight, double scale = 1, PersonSettings? person = null, Func<EditorContext, EditorContext>? with = null)
    {
        _mix = mix;
        EditorContext context = mix.HandDriven with { Time = Time, Elsewhere = () => default, Person = person ?? mix.Person };
        Model = new EditorViewModel(track, with?.Invoke(context) ?? context);
        Canvas = new EditorCanvas(Model);
        Canvas.Resize(width, height, scale);
        Model.Start();
        Follow();
    }

    /// <summary>The editor's own clock: a quarter of a second passes with each turn, so that words follow.</summary>
    public FakeTimeProvider Time { get; } = new();

    public EditorViewModel Model { get; }

    public EditorCanvas Canvas { get; }

    public Scene Scene => Canvas.Scene;

    /// <summary>All elements that are shown.</summary>
    public IEnumerable<Element> All => Below(Scene);

    /// <summary>All words that are shown, in order.</summary>
    public IEnumerable<string> Words => All.Select(element => element.ShownText).Where(text => text.Length > 0);

    /// <summary>Lets the mix be evaluated and the editor follow, until its marks have glided to their places.</summary>
    public void Follow()
    {
        _mix.Refresh();
        for (int turn = 0; turn < 12; turn++)
        {
            Turn();
        }
    }

    public void Turn()
    {
        Time.Advance(TimeSpan.FromMilliseconds(EditorViewModel.TextMs));
        _mix.Clock.Turn();
        Canvas.Draw();
    }

    public Element Find(string name) => All.FirstOrDefault(element => element.Name == name) ?? throw new InvalidOperationException($"No control is named \"{name}\".");

    public bool Has(string name) => All.Any(element => element.Name == name);

    /// <summary>Clicks on the middle of a control.</summary>
    public void Click(string name, int clicks = 1)
    {
        SKRect bounds = Find(name).Bounds;
        ClickAt(bounds.MidX, bounds.MidY, clicks);
    }

    public void ClickAt(float x, float y, int clicks = 1)
    {
        for (int click = 1; click <= clicks; click++)
        {
            Scene.Move(new Pointer(x, y));
            Scene.Press(new Pointer(x, y, Clicks: click));
            Scene.Release(new Pointer(x, y));
        }

        Follow();
    }

    /// <summary>Presses keys that write.</summary>
    public void Type(string letters)
    {
        foreach (char letter in letters)
        {
            Scene.Type(new KeyPress(Key.None, letter));
        }

        Turn();
    }

    public bool Press(Key key, bool isShift = false, bool isControl = false, bool isAlt = false)
    {
        bool isUsed = Scene.Type(new KeyPress(key, '\0', isShift, isControl, isAlt));
        Follow();
        return isUsed;
    }

    /// <summary>Chooses from a list.</summary>
    public void Choose(string name, string text)
    {
        Click(name);
        DropList list = Scene.List;
        int index = Enumerable.Range(0, list.Owner!.Count).First(each => list.Owner.TextOf(each) == text);
        SKPoint at = list.PointOf(index);
        ClickAt(at.X, at.Y);
    }

    /// <summary>Writes the picture beside the tests' other results.</summary>
    public void Save(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "pictures");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".png"), Canvas.ToPng());
    }

    public void Dispose()
    {
        Model.Dispose();
        Canvas.Dispose();
    }

    private static IEnumerable<Element> Below(Element element)
    {
        if (element.IsShown)
        {
            yield return element;
            foreach (Element deeper in element.Children.ToArray().SelectMany(Below))
            {
                yield return deeper;
            }
        }
    }
}
