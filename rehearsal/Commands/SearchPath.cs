using System.Runtime.Versioning;
using Microsoft.Win32;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Puts the program's own folder on Windows' search path and takes it off again: the setup asks for it.</summary>
/// <remarks>The value is changed as it stands, with its %VARIABLES% and its kind, whatever its length.</remarks>
[SupportedOSPlatform("windows")]
internal static class SearchPath
{
    private const string OfEveryone = @"SYSTEM\CurrentControlSet\Control\Session Manager\Environment";
    private const string OfOne = "Environment";
    private const string Value = "Path";

    private static string Own => Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>Adds the folder at the end, once.</summary>
    /// <param name="forEveryone">Whether for everyone on the computer, which needs an administrator.</param>
    public static void Add(bool forEveryone) => Change(forEveryone, SearchPathText.With);

    /// <summary>Takes the folder off, from everyone's path too where that is allowed.</summary>
    public static void Remove()
    {
        Change(forEveryone: false, SearchPathText.Without);
        try
        {
            Change(forEveryone: true, SearchPathText.Without);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or System.Security.SecurityException)
        {
            // Only an administrator put it there, and only one takes it off.
        }
    }

    // A setup that went elsewhere has taken the folder before away and could not ask its program to leave the path.
    private static string WithoutGone(string path) => string.Join(';', path.Split(';').Where(entry =>
        !Path.GetFileName(Path.TrimEndingDirectorySeparator(entry)).Equals(Path.GetFileName(Own), StringComparison.OrdinalIgnoreCase)
        || Directory.Exists(Environment.ExpandEnvironmentVariables(entry))));

    private static void Change(bool forEveryone, Func<string?, string, string> change)
    {
        using RegistryKey? read = (forEveryone ? Registry.LocalMachine : Registry.CurrentUser).OpenSubKey(forEveryone ? OfEveryone : OfOne);
        string? before = read?.GetValue(Value, null, RegistryValueOptions.DoNotExpandEnvironmentNames) as string;
        RegistryValueKind kind = before is null || read is null ? RegistryValueKind.ExpandString : read.GetValueKind(Value);
        string after = change(before is null ? null : WithoutGone(before), Own);
        if (after == (before ?? ""))
        {
            return;
        }

        using RegistryKey written = (forEveryone ? Registry.LocalMachine : Registry.CurrentUser).CreateSubKey(forEveryone ? OfEveryone : OfOne);
        if (after.Length == 0)
        {
            written.DeleteValue(Value, throwOnMissingValue: false);
        }
        else
        {
            written.SetValue(Value, after, kind);
        }
    }
}
