using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaderStager.Reports;

/// <summary>Source-generated JSON of the report: no reflection, so it works compiled ahead of time.</summary>
[JsonSerializable(typeof(MixReport))]
[JsonSerializable(typeof(MixReport[]))]
internal sealed partial class MixReportJson : JsonSerializerContext
{
    /// <summary>The context that writes names and minus signs as themselves: the file is UTF-8 and is put into no web page.</summary>
    public static MixReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });
}
