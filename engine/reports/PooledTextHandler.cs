using System.Globalization;
using System.Runtime.CompilerServices;
using CommunityToolkit.HighPerformance.Buffers;

namespace FaderStager.Reports;

/// <summary>What the compiler makes of an interpolated string that is given to <see cref="PooledText"/>.</summary>
/// <remarks>[any but audio] Its letters stand in a rented buffer until the text is taken.</remarks>
[InterpolatedStringHandler]
public ref struct PooledTextHandler
{
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Begins a text.</summary>
    /// <param name="literalLength">Letters outside the holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public PooledTextHandler(int literalLength, int formattedCount) => _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Letters outside the holes.</summary>
    /// <param name="value">The letters.</param>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>A hole with a text.</summary>
    /// <param name="value">The text, or null for none.</param>
    public void AppendFormatted(string? value) => _text.AppendFormatted(value);

    /// <summary>A hole with a part of a text.</summary>
    /// <param name="value">The letters.</param>
    public void AppendFormatted(ReadOnlySpan<char> value) => _text.AppendFormatted(value);

    /// <summary>A hole with a figure, a letter or a name.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>A hole with a figure in a form of its own.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">The form: "0.0".</param>
    public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

    internal string TakeFrom(StringPool pool)
    {
        string text = pool.GetOrAdd(_text.Text);
        _text.Clear();
        return text;
    }
}
