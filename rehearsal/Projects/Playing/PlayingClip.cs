using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>A clip while it sounds: its file at the track's rate, with the clip's gain, channels and fades.</summary>
internal sealed class PlayingClip : IDisposable
{
    private readonly ProjectClip _clip;
    private readonly StereoGain _gain;
    private readonly double _rateHz;
    private readonly long _endFrame;
    private readonly IStemReader _reader;
    private long _frame;

    /// <summary>Starts a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="file">Its file.</param>
    /// <param name="media">The track's open files.</param>
    /// <param name="heard">The gain of the track's ways to the master.</param>
    /// <param name="rateHz">The track's rate.</param>
    public PlayingClip(ProjectClip clip, MediaFile file, TrackMedia media, StereoGain heard, double rateHz)
    {
        _clip = clip;
        _gain = clip.Gain * heard;
        _rateHz = rateHz;
        _frame = FrameAt(clip.StartSeconds, rateHz);
        _endFrame = FrameAt(clip.EndSeconds, rateHz);
        SectionReader section = new(media, file, clip);
        _reader = section.SampleRateHz == rateHz ? section : new Resampler(section, rateHz);
    }

    /// <summary>The frame of the song that stands at a second.</summary>
    /// <param name="seconds">Seconds from the start.</param>
    /// <param name="rateHz">Frames a second.</param>
    /// <returns>The nearest frame.</returns>
    public static long FrameAt(double seconds, double rateHz) => (long)Math.Round(seconds * rateHz);

    /// <summary>Adds what sounds of the clip within a block.</summary>
    /// <param name="blockFrame">Frame of the song at the block's start.</param>
    /// <param name="left">Takes the left channel.</param>
    /// <param name="right">Takes the right channel; as <paramref name="left"/> itself for a mono track.</param>
    /// <param name="scratch">Two channels as long as the block.</param>
    /// <returns>Whether the clip goes on behind the block.</returns>
    /// <exception cref="InputException">Its file cannot be read on.</exception>
    public bool Add(long blockFrame, Span<float> left, Span<float> right, float[][] scratch)
    {
        int from = (int)(_frame - blockFrame);
        int wanted = (int)Math.Min(left.Length - from, _endFrame - _frame);
        int filled = 0;
        while (filled < wanted)
        {
            int read = _reader.Read(scratch[0].AsSpan(filled, wanted - filled), scratch[1].AsSpan(filled, wanted - filled));
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        Span<float> first = scratch[0].AsSpan(0, filled);
        Span<float> second = _reader.Channels == 2 ? Choose(first, scratch[1].AsSpan(0, filled)) : first;
        bool isMono = left == right;
        bool fades = IsFading(_frame, _frame + filled);
        for (int i = 0; i < filled; i++)
        {
            double fade = fades ? FadeAt((_frame + i) / _rateHz) : 1;
            left[from + i] += (float)(first[i] * _gain.Left * fade);
            if (!isMono)
            {
                right[from + i] += (float)(second[i] * _gain.Right * fade);
            }
        }

        _frame += filled;
        return filled == wanted && _frame < _endFrame;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>Puts what is heard on the left into the first channel and gives the second.</summary>
    private Span<float> Choose(Span<float> left, Span<float> right)
    {
        switch (_clip.Channels)
        {
            case ClipChannels.Swapped:
                for (int i = 0; i < left.Length; i++)
                {
                    (left[i], right[i]) = (right[i], left[i]);
                }

                return right;
            case ClipChannels.Downmix:
                for (int i = 0; i < left.Length; i++)
                {
                    left[i] = (left[i] + right[i]) / 2;
                }

                return left;
            case ClipChannels.Left:
                return left;
            case ClipChannels.Right:
                right.CopyTo(left);
                return left;
            default:
                return right;
        }
    }

    private bool IsFading(long from, long to)
    {
        foreach (ClipFade fade in _clip.Fades)
        {
            if (fade.At(from / _rateHz) < 1 || fade.At(to / _rateHz) < 1)
            {
                return true;
            }
        }

        return false;
    }

    private double FadeAt(double seconds)
    {
        double gain = 1;
        foreach (ClipFade fade in _clip.Fades)
        {
            gain *= fade.At(seconds);
        }

        return gain;
    }
}
