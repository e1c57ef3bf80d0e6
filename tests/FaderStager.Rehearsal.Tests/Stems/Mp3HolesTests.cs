using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Tests.Stems;

/// <summary>Damaged MP3s, frame by frame; that decoders read what comes of it is in <see cref="FfmpegTests"/>.</summary>
public sealed class Mp3HolesTests
{
    // 128 kbit/s, 48 kHz, mono: 384 bytes and 24 ms each.
    private const int FrameBytes = 384;

    [Test]
    public void File_ThatIsWhole_HasNoHoles() => Assert.That(Find(Frames(20)), Is.Null);

    [Test]
    public void File_ThatIsNoMp3_HasNoHoles() => Assert.That(Find([.. "RIFF and all that follows it"u8]), Is.Null);

    [Test]
    public void Hole_IsAsLongAsItsBytes()
    {
        byte[] bytes = Frames(20);
        bytes.AsSpan(5 * FrameBytes, 3 * FrameBytes).Fill(0x55);

        Mp3Holes holes = Find(bytes)!;

        // The frame before it is the last that is known to be whole only if one follows.
        Assert.That(holes.LostSeconds, Is.EqualTo(4 * 0.024).Within(1e-9));
        Assert.That(holes.FirstSeconds, Is.EqualTo(4 * 0.024).Within(1e-9));
        Assert.That(Filled(holes), Has.Length.EqualTo(bytes.Length));
    }

    [Test]
    public void Count_OfFramesThatCannotBe_IsNotBelieved()
    {
        byte[] bytes = Frames(20, promised: int.MaxValue);
        bytes.AsSpan(5 * FrameBytes, 3 * FrameBytes).Clear();

        Assert.That(Filled(Find(bytes)!), Has.Length.EqualTo(bytes.Length));
    }

    [Test]
    public void Fuzz_OfBytes_EndsAndStaysSmall()
    {
        Random random = new(7);
        for (int round = 0; round < 2_000; round++)
        {
            byte[] bytes = Frames(random.Next(1, 30), random.Next(3) == 0 ? random.Next() : null);
            for (int change = random.Next(1, 12); change > 0; change--)
            {
                int at = random.Next(bytes.Length);
                int length = random.Next(1, Math.Min(1_000, bytes.Length - at + 1));
                if (random.Next(2) == 0)
                {
                    random.NextBytes(bytes.AsSpan(at, Math.Min(length, bytes.Length - at)));
                }
                else
                {
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]];
                    bytes = bytes.Length == 0 ? [0] : bytes;
                }
            }

            if (Find(bytes) is { } holes)
            {
                Assert.That(Filled(holes), Has.Length.LessThan((3 * bytes.Length) + (100 * FrameBytes)), $"round {round}");
            }
        }
    }

    private static byte[] Frames(int count, int? promised = null)
    {
        byte[] bytes = new byte[count * FrameBytes];
        for (int frame = 0; frame < count; frame++)
        {
            new byte[] { 0xFF, 0xFB, 0x94, 0xC4 }.CopyTo(bytes, frame * FrameBytes);
        }

        if (promised is { } frames)
        {
            "Info"u8.CopyTo(bytes.AsSpan(21));
            bytes[28] = 1;
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(29), frames);
        }

        return bytes;
    }

    private static Mp3Holes? Find(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return Mp3Holes.Find(stream, 0);
    }

    private static byte[] Filled(Mp3Holes holes)
    {
        using MemoryStream filled = new();
        holes.WriteFilled(filled);
        return filled.ToArray();
    }
}
