using System.Runtime.InteropServices;
using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.LinuxUi.Views;
using FaderStager.Presentation.Editor;
using SkiaSharp;

namespace FaderStager.LinuxUi;

/// <summary>The editor drawn into memory: as large as it is asked for, at any scale, with or without a window.</summary>
/// <remarks>
/// [ui] <see cref="Draw"/> reads the view models and draws what changed; a steady call allocates nothing. Where there is less room than the editor needs
/// at the scale that was asked for, it is drawn smaller, so that nothing is cut.
/// </remarks>
internal sealed unsafe class EditorCanvas : IDisposable
{
    /// <summary>Bytes of a pixel: blue, green, red, unused.</summary>
    public const int PixelBytes = 4;

    private readonly EditorViewModel _editor;
    private readonly List<SKRectI> _drawn = [];
    private Painter? _painter;
    private SKSurface? _surface;
    private double _scale = 1;
    private double _shownScale = 1;

    /// <summary>Makes the canvas of an editor; it has no size yet.</summary>
    /// <param name="editor">The view model; it stays the caller's.</param>
    public EditorCanvas(EditorViewModel editor) => (_editor, Scene) = (editor, EditorView.Of(editor));

    /// <summary>The editor's elements, in pixels at 100 %.</summary>
    public Scene Scene { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Pixels to one at 100 %, as it is drawn.</summary>
    public double ShownScale => _shownScale;

    /// <summary>The pixels, row by row; zero while there is no size.</summary>
    public nint Pixels { get; private set; }

    /// <summary>Gives it a size and a scale.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="scale">Scale, 1 = 100 %; what is no number counts as 1.</param>
    public void Resize(int width, int height, double scale)
    {
        (width, height) = (Math.Clamp(width, 1, 16_000), Math.Clamp(height, 1, 16_000));
        _scale = double.IsFinite(scale) ? Math.Clamp(scale, 0.5, 4) : 1;
        if (width != Width || height != Height || _surface is null)
        {
            (Width, Height) = (width, height);
            _painter?.Dispose();
            _surface?.Dispose();
            Pixels = (nint)NativeMemory.Realloc((void*)Pixels, (nuint)(width * height * PixelBytes));
            _surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque), Pixels, width * PixelBytes);
            _painter = new Painter { Canvas = _surface.Canvas };
        }

        _shownScale = Math.Min(_scale, Math.Min(width / (double)Room.Least.Width, height / (double)Room.Least.Height));
        Scene.Resize((float)(width / _shownScale), (float)(height / _shownScale));
        _editor.Lane.FitWindow(height / _shownScale);
        Scene.LayOutAnew();
    }

    /// <summary>Follows the view models and draws what changed.</summary>
    /// <returns>The parts that were drawn, in pixels; valid until the next call.</returns>
    public IReadOnlyList<SKRectI> Draw()
    {
        _drawn.Clear();
        Scene.Follow();
        if (_painter is null || Scene.Damaged.Count == 0)
        {
            return _drawn;
        }

        SKCanvas canvas = _painter.Canvas;
        int count = canvas.Save();
        canvas.Scale((float)_shownScale);
        for (int i = 0; i < Scene.Damaged.Count; i++)
        {
            // Whole pixels, so that no edge is drawn half.
            SKRect part = Scene.Damaged[i];
            SKRectI pixels = new(
                Math.Max(0, (int)Math.Floor(part.Left * _shownScale)), Math.Max(0, (int)Math.Floor(part.Top * _shownScale)),
                Math.Min(Width, (int)Math.Ceiling(part.Right * _shownScale)), Math.Min(Height, (int)Math.Ceiling(part.Bottom * _shownScale)));
            Scene.DrawPart(_painter, new SKRect(
                (float)(pixels.Left / _shownScale), (float)(pixels.Top / _shownScale), (float)(pixels.Right / _shownScale), (float)(pixels.Bottom / _shownScale)));
            _drawn.Add(pixels);
        }

        canvas.RestoreToCount(count);
        Scene.Damaged.Clear();
        return _drawn;
    }

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng()
    {
        Draw();
        using SKImage image = _surface!.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _painter?.Dispose();
        _surface?.Dispose();
        NativeMemory.Free((void*)Pixels);
        (_painter, _surface, Pixels) = (null, null, 0);
    }
}
