using System.Collections.Immutable;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>A song in a host that shows nothing: one track instance a stem, measured once, staged by any approach.</summary>
/// <remarks>One thread drives it.</remarks>
public sealed class RehearsalRun : IDisposable
{
    private readonly Coordinator _coordinator;
    private readonly ImmutableArray<SessionTrack> _sessionTracks;
    private readonly TrackInstance[] _tracks;

    /// <summary>Tracks for the stems of a session; nothing is read yet.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profiles">The target profiles.</param>
    /// <param name="settings">Profile, anchor, tolerance, weighting, start.</param>
    public RehearsalRun(StemSession session, ProfileLibrary profiles, MixSettings settings)
    {
        _sessionTracks = session.Tracks;
        _coordinator = new Coordinator(profiles, new StillClock());
        _tracks = [.. session.Tracks.Select(track => new TrackInstance(_coordinator) { Name = track.Name })];
        Mix.Edit(_ => settings);
    }

    /// <summary>The mix that all tracks belong to.</summary>
    public Mix Mix => _coordinator.Mix(MixGroup.A);

    /// <summary>The track of a stem.</summary>
    /// <param name="track">The stem.</param>
    /// <returns>Its instance.</returns>
    public TrackInstance InstanceOf(SessionTrack track) => _tracks[_sessionTracks.IndexOf(track)];

    /// <summary>Plays the song to all tracks and files what they measure.</summary>
    /// <param name="timing">The kind of host.</param>
    /// <param name="blocks">How long its blocks are.</param>
    /// <param name="progress">Is told how much was played, 0 to 1; or null.</param>
    /// <returns>What a person should know of the stems, one sentence each.</returns>
    /// <exception cref="InputException">A stem cannot be opened any more.</exception>
    public ImmutableArray<string> Measure(HostTiming timing, BlockSizes blocks, Action<double>? progress = null)
    {
        List<TrackFeed> feeds = [];
        try
        {
            for (int index = 0; index < _tracks.Length; index++)
            {
                IStemReader reader = _sessionTracks[index].Source.Open();
                feeds.Add(new TrackFeed(_tracks[index], reader, blocks, index, timing == HostTiming.Bounce));
            }

            new SongPlayer(feeds, _coordinator.Refresh) { Progress = progress }.Play(timing, blocks.Seed);
            return
            [
                .. feeds.Select(feed => feed.Warning).OfType<string>(),
                .. _tracks.Where(track => track.LostSlots > 0).Select(track => $"{track.Name}: {track.LostSlots} of its 100 ms slots were lost on the way; its reading has gaps."),
            ];
        }
        finally
        {
            feeds.ForEach(feed => feed.Dispose());
        }
    }

    /// <summary>Makes a track the focal one.</summary>
    /// <param name="track">The stem.</param>
    public void SetFocal(SessionTrack track)
    {
        InstanceOf(track).IsFocal = true;
        _coordinator.Refresh();
    }

    /// <summary>Stages the mix by an approach, from its start.</summary>
    /// <param name="approach">The approach.</param>
    /// <param name="faders">Faders that a person has set already, in dB.</param>
    /// <param name="forwardLu">How far forward the lead is in LU; null = what those faders tell.</param>
    /// <param name="applies">Whether the suggestions are applied at the end.</param>
    /// <returns>What came of it.</returns>
    public StagedMix Stage(ApproachKind approach, IReadOnlyDictionary<SessionTrack, double> faders, double? forwardLu, bool applies)
    {
        Mix.Edit(settings => settings with { Approach = approach, ForwardLu = null });
        _ = ToStart(approach, faders);
        if (forwardLu is null)
        {
            _ = Mix.TakeForward();
        }
        else
        {
            Mix.SetForward(forwardLu);
        }

        MixState start = Refreshed();
        if (approach == ApproachKind.TopDown)
        {
            return new StagedMix(start, [], applies ? Apply() : null);
        }

        ImmutableArray<PlanStep> plan = WalkBottomUp(start.Snapshot.Tracks.Length);
        MixState end = Apply();
        if (!applies)
        {
            _ = ToStart(approach, faders);
        }

        return new StagedMix(start, plan, applies ? end : null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TrackInstance track in _tracks)
        {
            track.Dispose();
        }

        _coordinator.Dispose();
    }

    private MixState ToStart(ApproachKind approach, IReadOnlyDictionary<SessionTrack, double> faders)
    {
        int staged = _tracks.Count(track => track.InMix && track.Role != Role.MixBus);
        _ = Mix.SetAllFaders(approach == ApproachKind.BottomUp
            ? double.NegativeInfinity
            : FaderRange.Round(UniformStart.Db(Mix.Settings.Start, staged)));
        foreach ((SessionTrack track, double db) in faders)
        {
            InstanceOf(track).FaderDb = db;
        }

        return Refreshed();
    }

    private MixState Apply()
    {
        _ = Mix.ApplyAll();
        return Refreshed();
    }

    /// <summary>Does what bottom-up says next until it says nothing more.</summary>
    private ImmutableArray<PlanStep> WalkBottomUp(int mostSteps)
    {
        ImmutableArray<PlanStep>.Builder plan = ImmutableArray.CreateBuilder<PlanStep>();
        while (plan.Count < mostSteps && BottomUpStep.NextOf(Mix.State) is var (reading, hint))
        {
            _ = Mix.Apply(reading.Id);
            plan.Add(new PlanStep(reading, hint, Refreshed().Snapshot.FocalAgainstRestLu));
        }

        return plan.ToImmutable();
    }

    private MixState Refreshed()
    {
        _coordinator.Refresh();
        return Mix.State;
    }
}
