using System.Collections.Immutable;
using FaderStager.Mixing.Faults;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Profiles;

/// <summary>The target profiles that a person can choose from: those built in and those in the person's own folder.</summary>
/// <remarks>
/// [any] Not for the audio thread: the first use reads files, unless <see cref="ReadInBackground"/> was called, after which no use
/// waits for a file: until a folder is read its profiles are not there yet. The constructor reads nothing. A user profile that cannot be read is
/// left out with a line in <see cref="Warnings"/>. Built-in names stay with the built-in profiles: a user profile called "pop" is
/// listed as "pop (user)".
/// </remarks>
public sealed class ProfileLibrary
{
    /// <summary>Largest file that is read as a profile, in bytes.</summary>
    public const int LargestFileBytes = 1 << 20;

    /// <summary>Most user profiles that are read.</summary>
    public const int MostUserProfiles = 500;

    private readonly Lock _reading = new();
    private ImmutableArray<TargetProfile> _added = [];
    private Contents? _contents;
    private bool _readsInBackground;
    private int _saves;
    private long _version;

    /// <summary>Makes a library over a folder of user profiles; nothing is read yet.</summary>
    /// <param name="folder">The folder, which need not exist; null = <see cref="DefaultFolder"/>.</param>
    /// <remarks>[any]</remarks>
    public ProfileLibrary(string? folder = null) => Folder = folder ?? DefaultFolder;

    /// <summary>
    /// Where user profiles are kept unless another folder is named: FaderStager/Profiles in the person's documents, or in their
    /// application data or temporary folder where the system has no documents. Never a relative path.
    /// </summary>
    public static string DefaultFolder => Path.Combine(
        new[] { Environment.SpecialFolder.MyDocuments, Environment.SpecialFolder.ApplicationData, Environment.SpecialFolder.UserProfile }
            .Select(Environment.GetFolderPath)
            .FirstOrDefault(Path.IsPathFullyQualified) ?? Path.GetTempPath(),
        "FaderStager",
        "Profiles");

    /// <summary>The profile of a mix that nobody has touched: pop.</summary>
    public static TargetProfile Default => BuiltInProfiles.Default;

    /// <summary>The profiles that come with FaderStager, pop first.</summary>
    public static ImmutableArray<TargetProfile> BuiltIn => BuiltInProfiles.All;

    /// <summary>The folder of user profiles.</summary>
    public string Folder { get; }

    /// <summary>All profiles: built-in first, then those added, then the person's own by name.</summary>
    public ImmutableArray<TargetProfile> All => Read().Profiles;

    /// <summary>A sentence for each user profile that was left out or renamed.</summary>
    public ImmutableArray<string> Warnings => Read().Warnings;

    /// <summary>Reads one profile from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ProfileFormatException">There is no such file, it cannot be opened, or it is no profile; the message names the file and the place in it.</exception>
    /// <remarks>[any]</remarks>
    public static TargetProfile Load(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Length > LargestFileBytes
                ? throw new ProfileFormatException($"It is larger than {LargestFileBytes / 1024} KiB: not a profile.")
                : TargetProfileJson.Read(File.ReadAllBytes(path));
        }
        catch (ProfileFormatException problem)
        {
            throw new ProfileFormatException($"{Path.GetFileName(path)}: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ProfileFormatException($"{path}: {problem.Message}", problem);
        }
    }

    /// <summary>Finds a profile by name; case and spaces around it do not matter.</summary>
    /// <param name="name">The name: "pop".</param>
    /// <returns>The profile, or null when there is none of that name.</returns>
    /// <remarks>[any]</remarks>
    public TargetProfile? Find(string? name)
    {
        string wanted = name?.Trim() ?? "";
        return BuiltIn.FirstOrDefault(IsWanted) ?? All.FirstOrDefault(IsWanted);

        bool IsWanted(TargetProfile profile) => string.Equals(profile.Name, wanted, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Adds a profile for the life of this library, whatever file it came from; a name that is taken gets " (user)" behind it.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The name it has in this library.</returns>
    /// <remarks>[any]</remarks>
    public string Add(TargetProfile profile)
    {
        lock (_reading)
        {
            string name = FreeName(profile.Name, new HashSet<string>(Read().Profiles.Select(known => known.Name), StringComparer.OrdinalIgnoreCase));
            TargetProfile added = profile with { Name = name };
            _added = _added.Add(added);
            Contents before = Read();
            Show(before with { Profiles = before.Profiles.Insert(BuiltIn.Length + _added.Length - 1, added) });
            return name;
        }
    }

    /// <summary>Writes a profile into the person's folder, for them to choose at once. A file of theirs is replaced only where that is asked for.</summary>
    /// <param name="profile">The profile; its name is the file's.</param>
    /// <param name="replaces">Whether a profile that the person has by this name, in a file of this name, is replaced.</param>
    /// <returns>The file, or why there is none. Never throws: a folder that cannot be written is a sentence.</returns>
    /// <remarks>[any but audio] The file is whole or not there: it is written beside and then renamed.</remarks>
    public SavedProfile Save(TargetProfile profile, bool replaces = false)
    {
        string name = profile.Name.Trim();
        if (ProfileFileName.Problem(name) is { } problem)
        {
            return new(null, problem);
        }

        string path = Path.Combine(Folder, ProfileFileName.Of(name));
        try
        {
            bool isFile = File.Exists(path);
            if (Find(name) is { } known && (!isFile || BuiltIn.Concat(_added).Any(other => string.Equals(other.Name, known.Name, StringComparison.OrdinalIgnoreCase))))
            {
                return new(null, $"There is a profile \"{known.Name}\" already: choose another name.");
            }

            if (isFile && !replaces)
            {
                return Taken(name);
            }

            Directory.CreateDirectory(Folder);
            string beside = Path.Combine(Folder, $"{Guid.NewGuid():n}.tmp");
            try
            {
                File.WriteAllText(beside, TargetProfileJson.Write(profile with { Name = name }));
                File.Move(beside, path, replaces);
            }
            finally
            {
                File.Delete(beside);
            }
        }
        catch (IOException) when (!replaces && File.Exists(path))
        {
            return Taken(name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException)
        {
            return new(null, $"Not saved: {refused.Message}");
        }

        ShowSaved(profile with { Name = name });
        return new(path);
    }

    /// <summary>Finds a profile by name, or gives <see cref="Default"/>.</summary>
    /// <param name="name">The name: "pop".</param>
    /// <param name="profile">The profile of that name, or the default.</param>
    /// <returns>Whether there is a profile of that name.</returns>
    /// <remarks>[any]</remarks>
    public bool TryFind(string? name, out TargetProfile profile)
    {
        TargetProfile? found = Find(name);
        profile = found ?? Default;
        return found is not null;
    }

    /// <summary>Counts the changes of what is listed.</summary>
    /// <remarks>[any]</remarks>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Reads the folder again: at the next use, or in the background where <see cref="ReadInBackground"/> was called.</summary>
    /// <remarks>[any]</remarks>
    public void Refresh()
    {
        if (Volatile.Read(ref _readsInBackground))
        {
            ReadInBackground();
            return;
        }

        lock (_reading)
        {
            _contents = null;
        }

        Interlocked.Increment(ref _version);
    }

    /// <summary>Reads the folder on a thread of its own, now and at each <see cref="Refresh"/>, and swaps the result in.</summary>
    /// <remarks>[any] Returns at once. A folder on a drive that answers late keeps nobody waiting.</remarks>
    public void ReadInBackground()
    {
        Volatile.Write(ref _readsInBackground, true);
        new Thread(ReadAndShow) { Name = "FaderStager profiles", IsBackground = true }.Start();
    }

    private static SavedProfile Taken(string name) => new(null, $"You have a profile \"{name}\" already.", MayReplace: true);

    // It is there at once, whatever a folder that is read in the background takes.
    private void ShowSaved(TargetProfile saved)
    {
        lock (_reading)
        {
            _saves++;
            Contents before = Read();
            int own = BuiltIn.Length + _added.Length;
            IEnumerable<TargetProfile> others = before.Profiles.Skip(own).Where(other => !string.Equals(other.Name, saved.Name, StringComparison.OrdinalIgnoreCase));
            Show(before with { Profiles = [.. before.Profiles.Take(own), .. others.Append(saved).OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase)] });
        }
    }

    private void ReadAndShow()
    {
        try
        {
            bool isShown = false;
            while (!isShown)
            {
                (ImmutableArray<TargetProfile> added, int saves) = Known();
                Contents read = ReadFolder(Folder, added);
                lock (_reading)
                {
                    // What was added or saved meanwhile may not have been read.
                    isShown = Known() == (added, saves);
                    if (isShown)
                    {
                        Show(read);
                    }
                }
            }
        }
#pragma warning disable CA1031 // A thread of its own must not end the host; the list stays as it was.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FaultLog.Shared.Note("reading profiles", exception);
        }
    }

    private (ImmutableArray<TargetProfile> Added, int Saves) Known()
    {
        lock (_reading)
        {
            return (_added, _saves);
        }
    }

    private void Show(Contents contents)
    {
        Volatile.Write(ref _contents, contents);
        Interlocked.Increment(ref _version);
    }

    private Contents Read()
    {
        if (Volatile.Read(ref _contents) is { } read)
        {
            return read;
        }

        if (Volatile.Read(ref _readsInBackground))
        {
            return new Contents([.. BuiltInProfiles.All, .. _added], []);
        }

        lock (_reading)
        {
            if (_contents is null)
            {
                Show(ReadFolder(Folder, _added));
            }

            return _contents!;
        }
    }

    private static Contents ReadFolder(string folder, ImmutableArray<TargetProfile> added)
    {
        List<TargetProfile> own = [];
        List<string> warnings = [];
        HashSet<string> taken = new(BuiltInProfiles.All.Concat(added).Select(profile => profile.Name), StringComparer.OrdinalIgnoreCase);
        foreach (string path in Files(folder, warnings))
        {
            try
            {
                TargetProfile profile = Load(path);
                string name = FreeName(profile.Name, taken);
                if (name != profile.Name)
                {
                    warnings.Add($"{Path.GetFileName(path)}: the name \"{profile.Name}\" is taken, so it is listed as \"{name}\".");
                }

                own.Add(profile with { Name = name });
            }
            catch (ProfileFormatException problem)
            {
                warnings.Add($"Left out: {problem.Message}");
            }
        }

        return new Contents(
            [.. BuiltInProfiles.All, .. added, .. own.OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase)],
            [.. warnings]);
    }

    private static string[] Files(string folder, List<string> warnings)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return [];
            }

            string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(MostUserProfiles + 1)];
            if (files.Length > MostUserProfiles)
            {
                warnings.Add($"{folder} holds more than {MostUserProfiles} profiles: the first {MostUserProfiles} by name are listed.");
            }

            return files[..Math.Min(files.Length, MostUserProfiles)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"The folder of user profiles cannot be read: {problem.Message}");
            return [];
        }
    }

    private static string FreeName(string name, HashSet<string> taken)
    {
        string free = name;
        for (int count = 1; !taken.Add(free); count++)
        {
            free = count == 1 ? $"{name} (user)" : $"{name} (user {count})";
        }

        return free;
    }

    private sealed record Contents(ImmutableArray<TargetProfile> Profiles, ImmutableArray<string> Warnings);
}
