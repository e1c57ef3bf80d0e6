using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

/// <summary>A steady turn of measuring makes no garbage: a collection would stop every audio thread of the host.</summary>
public sealed class MeasuringAllocationTests
{
    private const int Tracks = 100;
    private const int Turns = 2_500;
    private const int SongSlots = 1_200;

    [Test]
    public void Turns_TracksPlayALoop_AllocateNothing()
    {
        Project project = new();
        project.Play(SongSlots + 10);

        Assert.That(Allocated(() => project.Play(Turns)), Is.Zero);
        Assert.That(project.Relative[1].Confidence, Is.EqualTo(Confidence.Steady));
    }

    [Test]
    public void Turns_NothingFiled_AllocateNothingAndChangeNothing()
    {
        Project project = new();
        project.Play(SongSlots + 10);
        long[] versions = [.. project.Analyses.Select(analysis => analysis.Version)];
        double relativeLu = project.Relative[1].RelativeLu;

        long allocated = Allocated(() =>
        {
            for (int turn = 0; turn < Turns; turn++)
            {
                project.Update();
            }
        });

        Assert.That(allocated, Is.Zero);
        Assert.That(project.Analyses.Select(analysis => analysis.Version), Is.EqualTo(versions));
        Assert.That(project.Relative[1].RelativeLu, Is.EqualTo(relativeLu));
    }

    /// <summary>The pages of a song's first minutes are there before it plays.</summary>
    [Test]
    public void Turns_NewSongOfElevenMinutes_AllocateNothing()
    {
        new Project(tracks: 2).Play(2_000, songSlots: 2_000);
        Project project = new(tracks: 2);
        project.Update();

        Assert.That(Allocated(() => project.Play(11 * 600, songSlots: 11 * 600)), Is.Zero);
    }

    /// <summary>What is forgotten leaves its memory to what comes next.</summary>
    [Test]
    public void Turns_AfterAClear_UseTheSameMemory()
    {
        Project project = new(tracks: 2);
        project.Play(20_000, songSlots: 20_000);
        long allocated = Allocated(() =>
        {
            foreach (TrackAnalysis analysis in project.Analyses)
            {
                analysis.Clear();
            }

            project.Update();
            project.Play(19_000, songSlots: 20_000);
        });

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Version_SlotFiledOrRefusedOrAllCleared_IsAnother()
    {
        TrackAnalysis analysis = new();
        long[] versions = new long[4];
        versions[0] = analysis.Version;
        analysis.File(Slots.At(3, -20));
        versions[1] = analysis.Version;
        analysis.File(Slots.At(3, -20, isCold: true));
        versions[2] = analysis.Version;
        analysis.Clear();
        versions[3] = analysis.Version;

        Assert.That(versions, Is.Unique, "a refused slot too: the song stands elsewhere");
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Tracks of parts that come and go, the first of them focal, and the turns of a worker.</summary>
    private sealed class Project
    {
        private int _slot;

        public Project(int tracks = Tracks)
        {
            Analyses = [.. Enumerable.Range(0, tracks).Select(_ => new TrackAnalysis())];
            Relative = [.. Enumerable.Range(0, tracks).Select(_ => new RelativeLoudness())];
        }

        public TrackAnalysis[] Analyses { get; }

        public RelativeLoudness[] Relative { get; }

        public void Play(int turns, int songSlots = SongSlots)
        {
            for (int turn = 0; turn < turns; turn++)
            {
                int index = _slot++ % songSlots;
                for (int i = 0; i < Analyses.Length; i++)
                {
                    double lufs = (index / 200 + i) % 5 == 0 ? -90 : -18 - (i % 12) - (index * (i + 7) % 13);
                    Analyses[i].File(Slots.At(index, lufs));
                }

                Update();
            }
        }

        public void Update()
        {
            foreach (TrackAnalysis analysis in Analyses)
            {
                analysis.Update();
            }

            for (int i = 0; i < Analyses.Length; i++)
            {
                Relative[i].Update(Analyses[i], Analyses[0], isPestana: false);
            }
        }
    }
}
