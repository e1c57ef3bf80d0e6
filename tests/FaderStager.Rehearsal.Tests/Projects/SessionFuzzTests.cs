using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Projects.DawProject;
using FaderStager.Rehearsal.Projects.Playing;
using FaderStager.Rehearsal.Projects.Reaper;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>
/// Sessions that were damaged at random, 100,000 in all: each is read or refused with a sentence, and whatever is read can be played.
/// FADERSTAGER_FUZZ_ROUNDS=5000000 makes the run longer; FADERSTAGER_FUZZ_SEED starts it elsewhere.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class SessionFuzzTests
{
    private static readonly string[] Pieces =
    [
        "nan", "inf", "-inf", "-1", "0", "1e308", "-1e308", "1e-308", "99999999999999999999", "\"", "'", "`", "<", ">", "\n", "\r\n", " ", "|", "\0", "\uFEFF",
        "<TRACK\n", "<ITEM\n", "<SOURCE SECTION\n", ">\n", "ISBUS 1 1\n", "ISBUS 2 -9\n", "AUXRECV 0 0 1\n", "AUXRECV 6 0 1\n", "TAKE SEL\n", "LOOP 1\n", "PLAYRATE 0 0\n", "PLAYRATE 1e9\n", "SOFFS -5\n",
        "<Clips>", "</Clips>", "<Clip time=\"1\">", "loopEnd=\"1e-9\"", "loopStart=\"-5\"", "time=\"1e300\"", "duration=\"-4\"", "timeUnit=\"seconds\"", "&amp;", "&#0;", "&x;", "<![CDATA[", "reference=\"l\"",
    ];

    private static int Rounds => Setting("FADERSTAGER_FUZZ_ROUNDS", 100_000);

    private static int FirstSeed => Setting("FADERSTAGER_FUZZ_SEED", 3);

    [Test]
    public void Reaper_Damaged_IsReadOrRefused() => Damage(Rounds * 6L / 10, Encoding.UTF8.GetBytes(ReaperSong.Text), bytes =>
    {
        using MemoryStream stream = new(bytes);
        return ReaperReader.Read(stream, "song.rpp").Session;
    });

    [Test]
    public void DawProject_DamagedInside_IsReadOrRefused() => Damage(Rounds * 3L / 10, Encoding.UTF8.GetBytes(DawSong.Xml), bytes =>
    {
        string xml = Encoding.UTF8.GetString(bytes);
        using StringReader text = new(xml);
        (ProjectSession session, ImmutableArray<XmlPart?> volumes) = DawProjectReader.Read(text, "song.dawproject");
        AssertCanBeSet(xml, session, volumes);
        return session;
    });

    [Test]
    public void DawProject_DamagedArchive_IsReadOrRefused() => Damage(Rounds / 10, Packed(), bytes =>
    {
        using MemoryStream stream = new(bytes);
        using ZipArchive zip = DawArchive.Open(stream, "song.dawproject");
        using StringReader text = new(DawArchive.ReadProject(zip, "song.dawproject").Text);
        return DawProjectReader.Read(text, "song.dawproject").Session;
    });

    private static void Damage(long count, byte[] sound, Func<byte[], ProjectSession> read)
    {
        long sessions = 0;
        long refusals = 0;
        _ = Parallel.For(0, count, round =>
        {
            int seed = (int)((FirstSeed * 1_000_003L) + round);
            byte[] damaged = Damaged(sound, new Random(seed));
            try
            {
                Play(read(damaged));
                _ = Interlocked.Increment(ref sessions);
            }
            catch (InputException refusal)
            {
                _ = Interlocked.Increment(ref refusals);
                if (refusal.Message.Length == 0)
                {
                    throw new AssertionException($"Seed {seed}: refused without a word.");
                }
            }
            catch (Exception fault) when (fault is not AssertionException)
            {
                throw new AssertionException($"Seed {seed}: {fault}");
            }
        });

        Assert.That(sessions, Is.GreaterThan(count / 200));
        Assert.That(refusals, Is.GreaterThan(count / 200));
    }

    /// <summary>Whatever is read can be written: all faders at -3 dB, and it reads so.</summary>
    private static void AssertCanBeSet(string xml, ProjectSession session, ImmutableArray<XmlPart?> volumes)
    {
        int[] tracks = [.. Enumerable.Range(0, session.Tracks.Length).Where(index => volumes[index]?.PlaceOf("value") is not null)];
        using StringReader text = new(VolumeEdits.Apply(xml, volumes, tracks.ToDictionary(index => index, _ => -3.0)));
        ProjectSession edited = DawProjectReader.Read(text, "copy.dawproject").Session;
        if (edited.Tracks.Length != session.Tracks.Length || tracks.Any(index => Math.Abs(edited.Tracks[index].FaderDb + 3) > 0.001))
        {
            throw new AssertionException("The faders that were written are not the ones that are read.");
        }
    }

    /// <summary>What comes through must be sound: finite gains, clips within the song.</summary>
    private static void Play(ProjectSession session)
    {
        SignalPaths paths = new(session);
        for (int index = 0; index < session.Tracks.Length; index++)
        {
            _ = paths.Heard(index);
            _ = paths.Silencer(index);
            foreach (ProjectClip clip in session.Tracks[index].Clips)
            {
                double fade = clip.Fades.Aggregate(1.0, (gain, one) => gain * one.At(clip.StartSeconds + (clip.LengthSeconds / 3)));
                if (!clip.IsPlayable || !(fade is >= 0 and <= 1.0000001))
                {
                    throw new AssertionException($"{clip} cannot be played.");
                }
            }
        }
    }

    private static byte[] Damaged(byte[] sound, Random random)
    {
        List<byte> bytes = [.. sound];
        for (int times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 4:
                    // A figure in place of another.
                    int from = bytes.FindIndex(at, letter => letter is >= (byte)'0' and <= (byte)'9');
                    int to = from < 0 ? -1 : bytes.FindIndex(from, letter => letter is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.'));
                    if (to > 0)
                    {
                        bytes.RemoveRange(from, to - from);
                        bytes.InsertRange(from, Encoding.UTF8.GetBytes(Pieces[random.Next(9)]));
                    }

                    break;
                default:
                    bytes.RemoveRange(at, random.Next(20) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }

        return [.. bytes];
    }

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int set) ? set : usual;

    private static byte[] Packed()
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            DawSong.Add(zip, "project.xml", Encoding.UTF8.GetBytes(DawSong.Xml), CompressionLevel.NoCompression);
            DawSong.Add(zip, "audio/x.wav", new byte[100], CompressionLevel.Optimal);
        }

        return packed.ToArray();
    }
}
