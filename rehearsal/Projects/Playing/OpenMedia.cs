using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>A media file that is open, and where it is read.</summary>
/// <param name="file">The file.</param>
internal sealed class OpenMedia(MediaFile file)
{
    /// <summary>The file.</summary>
    public MediaFile File { get; } = file;

    /// <summary>Its reader.</summary>
    public IStemReader Reader { get; } = file.Stem.Open();

    /// <summary>The frame that is read next.</summary>
    public long Frame { get; private set; }

    /// <summary>Reads on.</summary>
    /// <param name="left">Takes the left or only channel.</param>
    /// <param name="right">Takes the right channel.</param>
    /// <returns>Frames read; 0 only at the end.</returns>
    public int Read(Span<float> left, Span<float> right)
    {
        int read = Reader.Read(left, right);
        Frame += read;
        return read;
    }

    /// <summary>Passes over frames.</summary>
    /// <param name="frame">Where to, not before the present one.</param>
    public void SkipTo(long frame) => Frame += Reader.Skip(frame - Frame);
}
