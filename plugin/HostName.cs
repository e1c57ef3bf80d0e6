using System.Diagnostics;
using System.IO;

namespace FaderStager.Plugin;

/// <summary>The name of the program that the plug-in runs in.</summary>
internal static class HostName
{
    /// <summary>The program's product name, else its file name: "REAPER". Empty when neither can be had.</summary>
    /// <remarks>[ui] Reads the program's file.</remarks>
    public static string Find()
    {
        if (Environment.ProcessPath is not { Length: > 0 } path)
        {
            return "";
        }

        try
        {
            string? product = FileVersionInfo.GetVersionInfo(path).ProductName;
            return string.IsNullOrWhiteSpace(product) ? Path.GetFileNameWithoutExtension(path) : product.Trim();
        }
        catch (IOException)
        {
            return Path.GetFileNameWithoutExtension(path);
        }
    }
}
