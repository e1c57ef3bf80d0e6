using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>A host with a vocal, and a bass track with several instances in series: what one puts out, the next one gets, through what stands between.</summary>
internal sealed class ChainRig : IDisposable
{
    private const int BlockFrames = 160;
    private const double RateHz = 8_000;

    private readonly float[] _block = new float[BlockFrames];
    private long _frame;

    public Coordinator Coordinator { get; } = new(new ProfileLibrary(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles")), TimeProvider.System);

    public TrackInstance Vocal { get; private set; } = null!;

    /// <summary>The bass track's instances, front first.</summary>
    public List<TrackInstance> Bass { get; } = [];

    /// <summary>What stands between the first and the second of them.</summary>
    public Func<float, float> Between { get; set; } = x => x;

    /// <summary>The bass without any gain, linear.</summary>
    public Func<double, double> BassAmplitude { get; set; } = seconds => 0.05 * (1.5 + Math.Sin(seconds * 2));

    /// <summary>The last block that the last instance put out.</summary>
    public float[] Out { get; } = new float[BlockFrames];

    /// <summary>The last block that went in.</summary>
    public float[] In { get; } = new float[BlockFrames];

    public Mix Mix => Coordinator.Mix(MixGroup.A);

    public static ChainRig With(int instances, HostTrack? channel = null)
    {
        ChainRig rig = new();
        rig.Vocal = rig.Add("Lead Vocal", null);
        rig.Vocal.IsFocal = true;
        for (int i = 0; i < instances; i++)
        {
            rig.Bass.Add(rig.Add("Bass", channel ?? new HostTrack("Bass", MixerIndex: 2)));
        }

        return rig;
    }

    public TrackInstance Add(string name, HostTrack? channel)
    {
        TrackInstance track = new(Coordinator);
        if (channel is null)
        {
            track.Name = name;
        }
        else
        {
            track.HostTrack = channel;
        }

        track.Prepare(new ProcessSetup(RateHz, BlockFrames, 1));
        return track;
    }

    /// <summary>Plays a part of the song, ten turns a second.</summary>
    public void Play(double fromSeconds, double toSeconds) => Play(fromSeconds, toSeconds, turnFrames: 800);

    /// <summary>Plays a part of the song with one turn at its end.</summary>
    public void PlayInOneTurn(double fromSeconds, double toSeconds) => Play(fromSeconds, toSeconds, turnFrames: long.MaxValue);

    /// <summary>Plays a part of the song without a turn.</summary>
    public void PlayUnheard(double fromSeconds, double toSeconds)
    {
        _frame = (long)(fromSeconds * RateHz);
        for (long end = (long)(toSeconds * RateHz); _frame < end; _frame += BlockFrames)
        {
            PlayBlock();
        }
    }

    private void Play(double fromSeconds, double toSeconds, long turnFrames)
    {
        _frame = (long)(fromSeconds * RateHz);
        for (long end = (long)(toSeconds * RateHz); _frame < end; _frame += BlockFrames)
        {
            PlayBlock();
            if (_frame > 0 && _frame % turnFrames == 0)
            {
                Coordinator.Refresh();
            }
        }

        Coordinator.Refresh();
    }

    /// <summary>The reading of an instance.</summary>
    public static TrackReading Reading(TrackInstance track) => track.Mix.State.Snapshot.Tracks.Single(reading => reading.Id == track.Id);

    /// <summary>The balance of an instance: against the vocal, faders counted.</summary>
    public double Balance(TrackInstance track) => Reading(track).RelativeLu(Reading(Vocal));

    public void Dispose() => Coordinator.Dispose();

    private void PlayBlock()
    {
        for (int i = 0; i < BlockFrames; i++)
        {
            _block[i] = 0.1f * MathF.Sin(2 * MathF.PI * ((_frame + i) % 8) / 8);
        }

        Vocal.Process(new AudioBlock(_block, _block), SongPosition.RollingAt(_frame));
        for (int i = 0; i < BlockFrames; i++)
        {
            In[i] = _block[i] = (float)(BassAmplitude((_frame + i) / RateHz) * Math.Sin(2 * Math.PI * ((_frame + i) % 16) / 16));
        }

        for (int index = 0; index < Bass.Count; index++)
        {
            for (int i = 0; index == 1 && i < BlockFrames; i++)
            {
                _block[i] = Between(_block[i]);
            }

            Bass[index].Process(new AudioBlock(_block, _block), SongPosition.RollingAt(_frame));
        }

        _block.CopyTo(Out, 0);
    }
}
