using System.Runtime.CompilerServices;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Audio.Tests;

internal sealed class SlotQueueTests
{
    [Test]
    public void Write_WhenFull_CountsWhatIsLostAndKeepsTheOldest()
    {
        var queue = new SlotQueue();
        for (int i = 0; i < SlotQueue.Capacity + 3; i++)
        {
            queue.Write(Slot(i));
        }

        Assert.That(queue.Lost, Is.EqualTo(3));
        for (int i = 0; i < SlotQueue.Capacity; i++)
        {
            Assert.That(queue.TryRead(out LoudnessSlot slot), Is.True);
            Assert.That(slot, Is.EqualTo(Slot(i)));
        }

        Assert.That(queue.TryRead(out _), Is.False);
    }

    [Test]
    public void Write_ReaderLateBy5SecondsAt100Times_LosesNone()
    {
        const int SlotsASecond = 10;
        var queue = new SlotQueue();
        for (int i = 0; i < 5 * 100 * SlotsASecond; i++)
        {
            queue.Write(Slot(i));
        }

        Assert.That(Drain(queue), Is.EqualTo(Enumerable.Range(0, 5_000).Select(i => (long)i)));
        Assert.That(queue.Lost, Is.Zero);
    }

    [Test]
    public void Write_BounceAt1000TimesWithTenTurnsASecond_LosesNone()
    {
        const int SlotsATurn = 1_000;
        var queue = new SlotQueue { WriterMayWait = true };
        var read = new List<long>();
        for (int turn = 0; turn < 36; turn++)
        {
            for (int i = 0; i < SlotsATurn; i++)
            {
                queue.Write(Slot((turn * SlotsATurn) + i));
            }

            read.AddRange(Drain(queue));
        }

        Assert.That(read, Is.EqualTo(Enumerable.Range(0, 36_000).Select(i => (long)i)));
        Assert.That(queue.Lost, Is.Zero);
    }

    [Test]
    public void Write_FullWhereTheWriterMayWait_WaitsForTheReader()
    {
        const int Total = SlotQueue.Capacity + 2_000;
        var queue = new SlotQueue { WriterMayWait = true, Naps = int.MaxValue };
        var writer = new Thread(() =>
        {
            for (int i = 0; i < Total; i++)
            {
                queue.Write(Slot(i));
            }
        });
        writer.Start();
        var read = new List<long>();
        while (read.Count < Total && (writer.IsAlive || read.Count + queue.Lost < Total))
        {
            read.AddRange(Drain(queue));
        }

        writer.Join();
        Assert.That(read, Is.EqualTo(Enumerable.Range(0, Total).Select(i => (long)i)));
        Assert.That(queue.Lost, Is.Zero);
    }

    [Test]
    public void Write_FullWithNobodyReading_GivesUpAndCounts()
    {
        var queue = new SlotQueue { WriterMayWait = true };
        for (int i = 0; i < SlotQueue.Capacity + 2; i++)
        {
            queue.Write(Slot(i));
        }

        Assert.That(queue.Lost, Is.EqualTo(2));
        Assert.That(Drain(queue), Has.Count.EqualTo(SlotQueue.Capacity));
    }

    [Test]
    public void WriteAndRead_AnyInterleaving_KeepOrderAndCount()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20_260_102, 3), Prop.ForAll(Steps(), steps =>
        {
            var queue = new SlotQueue();
            int written = 0;
            long next = 0;
            int taken = 0;
            foreach ((int writes, int reads) in steps)
            {
                for (int i = 0; i < writes; i++)
                {
                    queue.Write(Slot(written++));
                }

                for (int i = 0; i < reads && queue.TryRead(out LoudnessSlot slot); i++)
                {
                    if (slot != Slot((int)slot.Index) || slot.Index < next)
                    {
                        return false;
                    }

                    next = slot.Index + 1;
                    taken++;
                }
            }

            return taken + Drain(queue).Count + queue.Lost == written;
        }));

        static Arbitrary<(int Writes, int Reads)[]> Steps() =>
            Gen.Zip(Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 9_000)), Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 9_000)))
                .Select(pair => (pair.Item1, pair.Item2)).ArrayOf().ToArbitrary();
    }

    [Test]
    public void Prepare_Offline_LetsTheWriterWait()
    {
        var meter = new TrackMeter();
        meter.Prepare(new ProcessSetup(48_000, 512, 2) { IsOffline = true });
        Assert.That(meter.Slots.WriterMayWait);

        meter.Prepare(new ProcessSetup(48_000, 512, 2));
        Assert.That(meter.Slots.WriterMayWait, Is.False);
    }

    [Test]
    public void LoudnessSlot_FarIndex_IsHeldAtTheEnd()
    {
        LoudnessSlot slot = Slot(3) with { RunStart = long.MinValue / 2 };

        Assert.That((slot.Index, slot.RunStart, slot.IsCold), Is.EqualTo((3L, (long)int.MinValue, false)));
        Assert.That(Unsafe.SizeOf<LoudnessSlot>(), Is.EqualTo(48));
    }

    [Test]
    public void WriteAndRead_OnTwoThreads_LoseNothingUncountedAndKeepTheOrder()
    {
        const int Total = 200_000;
        var queue = new SlotQueue();
        var writer = new Thread(() =>
        {
            for (int i = 0; i < Total; i++)
            {
                queue.Write(Slot(i));
            }
        });
        writer.Start();
        long read = 0;
        long last = -1;
        bool torn = false;
        bool ended;
        do
        {
            ended = !writer.IsAlive;
            while (queue.TryRead(out LoudnessSlot slot))
            {
                torn |= slot != Slot((int)slot.Index) || slot.Index <= last;
                last = slot.Index;
                read++;
            }
        }
        while (!ended);
        writer.Join();

        Assert.That(torn, Is.False);
        Assert.That(read + queue.Lost, Is.EqualTo(Total));
    }

    [Test]
    public void WriteAndRead_DrainedInTime_LoseNothing()
    {
        var queue = new SlotQueue();
        int written = 0;
        int read = 0;
        var reader = new Thread(() =>
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref read) < 50_000)
            {
                if (queue.TryRead(out LoudnessSlot slot))
                {
                    Volatile.Write(ref read, slot.Index == read ? read + 1 : int.MaxValue);
                }
                else
                {
                    spin.SpinOnce(-1);
                }
            }
        });
        reader.Start();
        var wait = new SpinWait();
        while (written < 50_000 && Volatile.Read(ref read) != int.MaxValue)
        {
            if (written - Volatile.Read(ref read) < SlotQueue.Capacity)
            {
                queue.Write(Slot(written++));
            }
            else
            {
                wait.SpinOnce(-1);
            }
        }

        reader.Join();
        Assert.That(read, Is.EqualTo(50_000));
        Assert.That(queue.Lost, Is.Zero);
    }

    private static List<long> Drain(SlotQueue queue)
    {
        var read = new List<long>();
        while (queue.TryRead(out LoudnessSlot slot))
        {
            read.Add(slot.Index);
        }

        return read;
    }

    private static LoudnessSlot Slot(int i) => new()
    {
        Index = i,
        MeanSquare = i,
        PestanaMeanSquare = i + 1,
        UnweightedMeanSquare = i + 2,
        SamplePeak = i + 3,
        TruePeak = i + 4,
        MomentaryMaxMeanSquare = i + 5,
        ShortTermMaxMeanSquare = i + 6,
        RunStart = i / 2 * 2,
    };
}
