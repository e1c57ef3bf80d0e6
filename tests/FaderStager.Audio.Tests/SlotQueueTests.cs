using FaderStager.Audio.Slots;

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
