namespace FaderStager.Rehearsal.Hosting;

/// <summary>Plays a song to its tracks from start to end, in the order and on the threads of a kind of host.</summary>
/// <remarks>
/// The worker's turn is taken by the calling thread, while the others process where there are others. Between two turns no
/// track gets more than <see cref="StretchSeconds"/> of song and one loop, well under what its queue holds.
/// </remarks>
internal sealed class SongPlayer(IReadOnlyList<TrackFeed> feeds, Action refresh)
{
    private const double StretchSeconds = 20;
    private const double RefreshSeconds = 1;
    private const double RenderStepSeconds = 0.1;
    private const double AheadSeconds = 0.2;
    private const int LeastThreads = 2;

    /// <summary>Is told how much of the song was played, 0 to 1.</summary>
    public Action<double>? Progress { get; init; }

    private bool AllEnded => feeds.All(static feed => feed.HasEnded);

    /// <summary>Plays the song to every track's own end.</summary>
    /// <param name="timing">The kind of host.</param>
    /// <param name="seed">Where its random order starts from.</param>
    public void Play(HostTiming timing, int seed)
    {
        switch (timing)
        {
            case HostTiming.RenderAhead:
                RenderAhead(new Random(seed));
                break;
            case HostTiming.Bounce:
                Bounce();
                break;
            default:
                InStep();
                break;
        }

        refresh();
    }

    /// <summary>Plays silence after tracks that have ended, until the last slot of the longest is complete for all.</summary>
    public void Complete()
    {
        long endSlot = (long)Math.Ceiling((feeds.Max(feed => feed.Seconds) * 10) - 1e-6);
        foreach (TrackFeed feed in feeds)
        {
            refresh();
            SilenceTo(feed, endSlot);
        }

        refresh();
        Progress?.Invoke(1);
    }

    private void SilenceTo(TrackFeed feed, long endSlot)
    {
        const long StretchSlots = (long)(StretchSeconds * 10);
        for (long slot = (long)(feed.Seconds * 10) + StretchSlots; slot < endSlot; slot += StretchSlots)
        {
            feed.RunSilenceToSlot(slot);
            refresh();
        }

        feed.RunSilenceToSlot(endSlot);
    }

    private void InStep()
    {
        double refreshed = 0;
        for (double now = 0; !AllEnded;)
        {
            double reached = double.PositiveInfinity;
            foreach (TrackFeed feed in feeds)
            {
                if (!feed.HasEnded && feed.Seconds <= now)
                {
                    feed.Step();
                }

                reached = feed.HasEnded ? reached : Math.Min(reached, feed.Seconds);
            }

            now = reached;
            if (now >= refreshed + RefreshSeconds)
            {
                refreshed = now;
                Turn();
            }
        }
    }

    private void RenderAhead(Random random)
    {
        TrackFeed[] order = [.. feeds];
        double[] targets = new double[order.Length];
        int round = 0;
        for (double now = 0; !AllEnded; now += RenderStepSeconds, round++)
        {
            random.Shuffle(order);
            for (int i = 0; i < targets.Length; i++)
            {
                targets[i] = now + (AheadSeconds * random.NextDouble());
            }

            Task processing = Task.Run(() => Parallel.For(
                0,
                order.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Threads },
                index => order[index].RunTo(targets[index])));
            if (round % (int)(RefreshSeconds / RenderStepSeconds) == 0)
            {
                Turn();
            }

            processing.Wait();
        }
    }

    private void Bounce()
    {
        int threads = Threads;
        for (double now = StretchSeconds; !AllEnded; now += StretchSeconds)
        {
            double until = now;
            Task[] processing =
            [
                .. Enumerable.Range(0, threads).Select(thread => Task.Run(() =>
                {
                    for (int index = feeds.Count - 1 - thread; index >= 0; index -= threads)
                    {
                        feeds[index].RunTo(until);
                    }
                })),
            ];
            Turn();
            Task.WaitAll(processing);
            Turn();
        }
    }

    private static int Threads => Math.Max(LeastThreads, Environment.ProcessorCount);

    private void Turn()
    {
        refresh();
        double known = feeds.Sum(feed => feed.KnownSeconds);
        Progress?.Invoke(known > 0 ? feeds.Sum(feed => feed.Seconds) / known : 0);
    }
}
