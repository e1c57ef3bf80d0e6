using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Commands;

public sealed class BadInputTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TempFolder();
        _ = StemFolder.Add(_folder, "Lead Vocal.wav", -20, 8_000, seed: 1, channels: 1, seconds: 4);
        _ = StemFolder.Add(_folder, "Kick.wav", -20, 8_000, seed: 2, channels: 1, seconds: 4);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no such file names.")]
    public void Names_WithControlCharacters_NeverReachTheTerminal()
    {
        using TempFolder folder = new();
        StemFolder.Add(folder, "Lead Vocal.wav", -20, 48_000, seed: 1, seconds: 4);
        StemFolder.Add(folder, "Bass \u001b[31m\u0007\u009b2J.wav", -15, 48_000, seed: 2, seconds: 4);
        folder.Write("Odd \u001b]0;title\u0007.wav", [1, 2, 3]);
        AppRun run = AppRun.Of(folder.Root);

        Assert.That(run.Output + run.Error, Does.Contain("Bass").And.Contain("Odd"));
        Assert.That((run.Output + run.Error).Where(letter => char.IsControl(letter) && letter is not '\n' and not '\r'), Is.Empty);
    }

    [Test]
    public void Folder_Missing_IsInputError() =>
        Expect(1, $"{_folder.PathOf("nowhere")} does not exist.", _folder.PathOf("nowhere"));

    [Test]
    public void Folder_Empty_IsInputError()
    {
        string empty = Directory.CreateDirectory(_folder.PathOf("empty")).FullName;

        Expect(1, $"{empty} holds no audio files: WAV, AIFF, or what ffmpeg reads.", empty);
    }

    [Test]
    public void Stem_TextNamedWav_IsLeftOutWithAWarning()
    {
        _ = _folder.Write("Notes.wav", [.. "dear mixer, these are my notes"u8]);

        Expect(0, "Warning: Notes.wav is not a WAV or AIFF file, whatever its name says. It is left out.", _folder.Root);
    }

    [Test]
    public void Stem_OnlyOneAndNoAudio_IsInputError()
    {
        string notes = _folder.Write("Notes.wav", [.. "dear mixer, these are my notes"u8]);

        Expect(1, "No stem can be read, so there is nothing to stage.", notes);
    }

    [Test]
    public void Stem_Truncated_IsUsedWithAWarning()
    {
        byte[] bytes = StemBytes.Wav(16, false, 1, 8_000, Signals.Sine(500, 0.1, 4, 8_000));
        _ = _folder.Write("Snare.wav", bytes[..^(2 * 8_000)]);

        Expect(0, "Warning: Snare.wav is cut short: 3.0 s of 4.0 s are there, and they are used.", _folder.Root);
    }

    [Test]
    public void Stem_TruncatedInItsHead_IsLeftOutWithAWarning()
    {
        _ = _folder.Write("Snare.wav", StemBytes.Wav(16, false, 1, 8_000, [0, 0])[..30]);

        Expect(0, "Warning: Snare.wav is broken: it ends before any audio. It is left out.", _folder.Root);
    }

    [TestCase(true, "Warning: Snare.wav is empty: 0 bytes. It is left out.")]
    [TestCase(false, "Warning: Snare.wav holds no audio: its length is 0. It is left out.")]
    public void Stem_ZeroLength_IsLeftOutWithAWarning(bool isZeroBytes, string message)
    {
        _ = _folder.Write("Snare.wav", isZeroBytes ? [] : StemBytes.Wav(16, false, 1, 8_000, []));

        Expect(0, message, _folder.Root);
    }

    [Test]
    public void Stem_InvalidSamples_AreReadAsSilenceWithAWarning()
    {
        float[] samples = Signals.Sine(500, 0.1, 4, 8_000);
        samples[100] = float.NaN;
        samples[200] = float.PositiveInfinity;
        _ = _folder.Write("Snare.wav", StemBytes.Wav(32, true, 1, 8_000, samples));

        Expect(0, "Warning: Snare.wav holds 2 samples that are NaN or infinite; they are read as silence.", _folder.Root);
    }

    [Test]
    public void Stem_SixChannels_IsLeftOutWithAWarning()
    {
        _ = _folder.Write("Surround.wav", StemBytes.Wav(16, false, 6, 48_000, new float[600]));

        Expect(0, "Warning: Surround.wav has 6 channels; a stem has one or two. Take each channel as a track with --split, or export it as mono or stereo. It is left out.", _folder.Root);
    }

    [Test]
    public void Focal_Unknown_IsUsageErrorThatListsTheNearest() =>
        Expect(2, "--focal \"Lead Vox\": there is no track of that name. Did you mean \"Lead Vocal\"? The tracks are: Kick, Lead Vocal.", _folder.Root, "--focal", "Lead Vox");

    [Test]
    public void Focal_CannotBeRead_IsInputError()
    {
        _ = _folder.Write("Snare.wav", []);

        Expect(1, "--focal \"Snare\" cannot be used. Snare.wav is empty: 0 bytes.", _folder.Root, "--focal", "Snare");
    }

    [Test]
    public void Focal_Silent_IsInputError()
    {
        string silence = _folder.Write("Snare.wav", StemBytes.Wav(16, false, 1, 8_000, new float[40_000]));

        Expect(1, $"{silence} is silent, so nothing can be set against it. Choose another focal: --focal NAME.", _folder.Root, "--focal", "Snare");
        Expect(0, "", _folder.Root);
    }

    [Test]
    public void Focal_NotSaidAndNoVocal_IsUsageErrorThatListsTheTracks() =>
        Expect(2, "No track is called like a lead vocal. Say around which track the mix is built: --focal NAME. The tracks are: Kick.", _folder.PathOf("Kick.wav"));

    [Test]
    public void Stems_OfOneName_GetNamesOfTheirOwn()
    {
        string second = _folder.Write("again/Kick.wav", File.ReadAllBytes(_folder.PathOf("Kick.wav")));
        AppRun run = AppRun.Of(_folder.Root, Path.GetDirectoryName(second)!);

        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Error, Does.Contain($"Warning: Two stems are called \"Kick\": {second} is \"Kick (2)\" here."));
        Assert.That(run.Output, Does.Contain("Kick (2)"));
    }

    [Test]
    public void Focal_OfOneNameWithAnother_IsUsageErrorThatListsBoth()
    {
        string first = _folder.PathOf("Kick.wav");
        string second = _folder.Write("Kick.aiff", StemBytes.Aiff(16, false, 1, StemBytes.Rate44100, Signals.Sine(100, 0.1, 4, 44_100)));

        Expect(2, $"--focal \"Kick\" can mean 2 tracks. Say which one by its file: \"{second}\" or \"{first}\".", _folder.Root, "--focal", "Kick");
        Expect(0, "", _folder.Root, "--focal", "Kick.aiff");
        Expect(0, "", _folder.Root, "--focal", "Kick (2)");
    }

    [TestCase("--json")]
    [TestCase("--csv")]
    [TestCase("--html")]
    public void Report_FolderMissing_IsInputError(string option)
    {
        string file = _folder.PathOf("no/where.txt");

        Expect(1, $"{file} cannot be written: the folder {_folder.PathOf("no")} does not exist.", _folder.Root, option, file);
    }

    [Test]
    public void Report_IsAFolder_IsInputError() =>
        Expect(1, $"{_folder.Root} cannot be written: it is a folder.", _folder.Root, "--json", _folder.Root);

    [Test]
    public void Render_OntoTheStems_IsInputErrorAndLeavesThem()
    {
        byte[] before = File.ReadAllBytes(_folder.PathOf("Kick.wav"));

        Expect(1, $"{_folder.PathOf("Kick.wav")} is one of the stems: render to another folder.", _folder.Root, "--render", _folder.Root);
        Assert.That(File.ReadAllBytes(_folder.PathOf("Kick.wav")), Is.EqualTo(before));
    }

    [Test]
    public void Render_OntoAFile_IsInputError()
    {
        string file = _folder.Write("file", [1]);

        Expect(1, $"The staged stems cannot be written to {file}: it is a file.", _folder.Root, "--render", file);
    }

    [Test]
    public void Profile_Corrupt_IsInputError()
    {
        string file = _folder.Write("mine.json", [.. "{ \"name\": "u8]);

        Expect(1, "The profile cannot be read. mine.json: ", _folder.Root, "--profile", file);
    }

    [Test]
    public void Profile_Unknown_IsUsageErrorThatListsTheNearest() =>
        Expect(2, "--profile \"metall\": there is no profile and no file of that name. Did you mean \"metal\"?", _folder.Root, "--profile", "metall");

    [TestCase("--start 5", "--start \"5\": say 0, -12 or auto.")]
    [TestCase("--approach sideways", "--approach \"sideways\": say top-down, bottom-up or both.")]
    [TestCase("--anchor loud", "--anchor \"loud\": say a loudness such as -20 (LUFS), or an RMS level such as -18rms (dBFS).")]
    [TestCase("--tolerance 0", "--tolerance \"0\": say LU above 0, such as 3.")]
    [TestCase("--block 0", "--block \"0\": say 1 to 8192 frames, or random.")]
    [TestCase("--host studio", "--host \"studio\": say realtime, render-ahead or bounce.")]
    [TestCase("--weighting a", "--weighting \"a\": say k or p13.")]
    [TestCase("--role Kick", "--role \"Kick\": say the track's name and its value")]
    [TestCase("--role Kick=snair", "--role \"Kick=snair\": there is no role \"snair\". Did you mean snare?")]
    [TestCase("--role Kik=snare", "--role \"Kik\": there is no track of that name. Did you mean \"Kick\"?")]
    [TestCase("--fader Kick=loud", "--fader \"Kick=loud\": say dB up to +12, or -inf for down.")]
    [TestCase("--fader Kick=13", "--fader \"Kick=13\": say dB up to +12, or -inf for down.")]
    [TestCase("--aply", "There is no option --aply. Did you mean \"--apply\"")]
    [TestCase("--focal", "--focal")]
    public void Option_Wrong_IsUsageErrorThatSaysWhatWouldDo(string arguments, string message)
    {
        string[] words = arguments.Split(' ');
        Expect(2, message, [_folder.Root, .. words]);
    }

    [Test]
    public void Learn_WithoutOut_IsUsageError() => Expect(2, "--out", "learn", _folder.Root);

    [Test]
    public void Learn_NothingHeardTogether_IsInputErrorAndWritesNothing()
    {
        string profile = _folder.PathOf("profile.json");

        Expect(1, "so there is nothing to learn from.", "learn", _folder.PathOf("Lead Vocal.wav"), "--out", profile);
        Assert.That(File.Exists(profile), Is.False);
    }

    private static void Expect(int code, string message, params string[] arguments)
    {
        AppRun run = AppRun.Of(arguments);
        Assert.Multiple(() =>
        {
            Assert.That(run.Error, Does.Contain(message));
            Assert.That(run.Code, Is.EqualTo(code));
            Assert.That(run.Error, Does.Not.Contain("   at "));
        });
    }
}
