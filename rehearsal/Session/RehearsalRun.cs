using System.Collections.Immutable;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Stems;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>A song in a host that shows nothing: one track instance a stem, measured once, staged by any approach.</summary>
/// <remarks>One thread drives it.</remarks>
public sealed class RehearsalRun : IDisposable
{
    private readonly Coordinator _coordinator;
    private readonly Dictionary<IStemSource, TrackInstance> _instances;

    /// <summary>Tracks for the stems of a session; nothing is read yet.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profiles">The target profiles.</param>
    /// <param name="settings">Profile, anchor, tolerance, weighting, start.</param>
    public RehearsalRun(StemSession session, ProfileLibrary profiles, MixSettings settings)
    {
        Session = session;
        _coordinator = new Coordinator(profiles, new StillClock());
        _instances = new(ReferenceEqualityComparer.Instance);
        foreach (SessionTrack track in session.Tracks)
        {
            _instances.Add(track.Source, new TrackInstance(_coordinator) { HostTrack = track.Host, Name = track.Name });
        }

        Mix.Edit(_ => settings);
    }

    /// <summary>The mix that all tracks belong to.</summary>
    public Mix Mix => _coordinator.Mix(MixGroup.A);

    /// <summary>The target profiles.</summary>
    public ProfileLibrary Profiles => _coordinator.Profiles;

    /// <summary>The session: after <see cref="Measure"/> without the stems that could not be opened.</summary>
    public StemSession Session { get; private set; }

    /// <summary>The highest sample rate of all stems, once they were measured.</summary>
    public double HighestRateHz { get; private set; }

    /// <summary>How many stems are read at once.</summary>
    public int StemsAtOnce { get; init; } = OpenLimit.Stems;

    private IEnumerable<TrackInstance> Instances => Session.Tracks.Select(InstanceOf);

    /// <summary>The track of a stem.</summary>
    /// <param name="track">The stem.</param>
    /// <returns>Its instance.</returns>
    public TrackInstance InstanceOf(SessionTrack track) => _instances[track.Source];

    /// <summary>The instance behind a reading.</summary>
    /// <param name="reading">The reading; null = of the first stem.</param>
    /// <returns>The instance.</returns>
    public TrackInstance InstanceOf(TrackReading? reading) => Instances.FirstOrDefault(track => track.Id == reading?.Id) ?? Instances.First();

    /// <summary>Lets the coordinator take a turn.</summary>
    public void Refresh() => _coordinator.Refresh();

    /// <summary>What a stem reads.</summary>
    /// <param name="track">The stem.</param>
    /// <returns>Its reading.</returns>
    public TrackReading ReadingOf(SessionTrack track)
    {
        Guid id = InstanceOf(track).Id;
        return Mix.State.Snapshot.Tracks.First(reading => reading.Id == id);
    }

    /// <summary>Plays the song to all tracks and files what they measure, some stems at a time.</summary>
    /// <param name="timing">The kind of host.</param>
    /// <param name="blocks">How long its blocks are.</param>
    /// <param name="progress">Is told how much was played, 0 to 1; or null.</param>
    /// <returns>What a person should know of the stems, one sentence each.</returns>
    /// <exception cref="InputException">No stem can be opened any more.</exception>
    public ImmutableArray<string> Measure(HostTiming timing, BlockSizes blocks, Action<double>? progress = null)
    {
        List<TrackFeed> feeds = [];
        List<string> leftOut = [];
        SessionTrack[] tracks = [.. Session.Tracks];
        try
        {
            for (int from = 0; from < tracks.Length; from += StemsAtOnce)
            {
                SessionTrack[] group = tracks[from..Math.Min(from + StemsAtOnce, tracks.Length)];
                int before = from;
                TrackFeed[] opened = [.. Open(group, from, timing, blocks, leftOut)];
                feeds.AddRange(opened);
                if (opened.Length > 0)
                {
                    Action<double>? share = progress is null ? null : done => progress((before + (done * group.Length)) / tracks.Length);
                    new SongPlayer(opened, _coordinator.Refresh) { Progress = share }.Play(timing, blocks.Seed);
                    Array.ForEach(opened, feed => feed.Close());
                }
            }

            HighestRateHz = feeds.Max(feed => feed.SampleRateHz);
            new SongPlayer(feeds, _coordinator.Refresh) { Progress = progress }.Complete();
            return
            [
                .. leftOut,
                .. feeds.Select(feed => feed.Warning).OfType<string>(),
                .. Instances.Where(track => track.LostSlots > 0).Select(track => $"{track.Name}: {track.LostSlots} of its 100 ms slots were lost on the way; its reading has gaps."),
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

    /// <summary>Says what of the song counts.</summary>
    /// <param name="choice">What was asked for.</param>
    /// <exception cref="InputException">There is no such part in the song.</exception>
    public void Count(CountsChoice choice)
    {
        Mix.Song.Ask(atOnce: true);
        _coordinator.Refresh();
        (double start, double end) = (Mix.Song.State.FromSeconds, Mix.Song.State.ToSeconds);
        if (choice.IsLoudest)
        {
            Mix.Song.Count(CountsKind.LoudestPart);
        }
        else if (choice.FromSeconds is not null || choice.ToSeconds is not null)
        {
            (double from, double to) = (choice.FromSeconds ?? start, Math.Min(choice.ToSeconds ?? end, end));
            if (from >= end || !Mix.Song.CountPart(from, to))
            {
                throw new InputException($"--from {SongWords.Time(from)} --to {SongWords.Time(choice.ToSeconds ?? end)}: there is nothing of the song there. It lasts from {SongWords.Time(start)} to {SongWords.Time(end)}.");
            }
        }

        _coordinator.Refresh();
    }

    /// <summary>Gives a track a role.</summary>
    /// <param name="track">The stem.</param>
    /// <param name="role">The role.</param>
    public void SetRole(SessionTrack track, Role role)
    {
        InstanceOf(track).Role = role;
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
        _ = ToStart(faders);
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
            return new StagedMix(start, [], applies ? Apply() : null) { Song = SongSheet.Of(Mix, _coordinator.Refresh) };
        }

        ImmutableArray<PlanStep> plan = WalkBottomUp(start.Snapshot.Tracks.Length);
        MixState end = Apply();
        if (!applies)
        {
            _ = ToStart(faders);
        }

        return new StagedMix(start, plan, applies ? end : null) { Song = SongSheet.Of(Mix, _coordinator.Refresh) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TrackInstance track in _instances.Values)
        {
            track.Dispose();
        }

        _coordinator.Dispose();
    }

    private List<TrackFeed> Open(SessionTrack[] group, int firstIndex, HostTiming timing, BlockSizes blocks, List<string> leftOut)
    {
        List<TrackFeed> feeds = [];
        try
        {
            for (int index = 0; index < group.Length; index++)
            {
                try
                {
                    feeds.Add(new TrackFeed(InstanceOf(group[index]), group[index].OpenInSong(), blocks, firstIndex + index, timing == HostTiming.Bounce));
                }
                catch (InputException problem)
                {
                    Session = Session.Without(group[index], problem.Message);
                    leftOut.Add($"{problem.Message} It is left out.");
                }
            }
        }
        catch
        {
            feeds.ForEach(feed => feed.Dispose());
            throw;
        }

        return feeds;
    }

    private MixState ToStart(IReadOnlyDictionary<SessionTrack, double> faders)
    {
        _ = Mix.SetAllFaders(Mix.StartDb);
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
            // A kit comes up as one, and a voice of several tracks does.
            MixState before = Mix.State;
            Hint[] together = [.. before.Advice.Hints.Where(other => other.TrackId == hint.TrackId || (hint.Cause == Cause.KitTurn && other.Cause == Cause.KitTurn)
                || (reading.VoiceId != Guid.Empty && other.Track.VoiceId == reading.VoiceId))];
            _ = Mix.Apply(reading.Id);
            double restLu = Refreshed().Snapshot.FocalAgainstRestLu;
            plan.AddRange(together.OrderBy(other => other.Step).Select(other => new PlanStep(other.Track, other, restLu)));
        }

        return plan.ToImmutable();
    }

    private MixState Refreshed()
    {
        _coordinator.Refresh();
        return Mix.State;
    }
}
