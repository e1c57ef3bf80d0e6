using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FaderStager.Mixing.States;

/// <summary>The lineage of settings that version 0.1.0 saved, which wrote none.</summary>
/// <remarks>[any] All tracks of one project were saved with the same settings, so equal text is one lineage and other text is another.</remarks>
internal static class SettingsLineage
{
    /// <summary>A lineage that follows from the text alone.</summary>
    /// <param name="mix">The settings as they were saved.</param>
    public static Guid OfText(JsonObject mix) => new(SHA256.HashData(Encoding.UTF8.GetBytes(mix.ToJsonString())).AsSpan(0, 16));
}
