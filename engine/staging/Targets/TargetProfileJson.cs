using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FaderStager.Staging.Targets;

/// <summary>Reads and writes target profiles as JSON.</summary>
/// <remarks>
/// [any] Pure; not for the audio thread. Comments and trailing commas are taken, unknown fields are ignored, and a role that
/// is not named takes the target of "other". The format is described in docs/loudness.md.
/// </remarks>
public static class TargetProfileJson
{
    /// <summary>The format that this version writes and the newest that it reads.</summary>
    public const int Format = 1;

    /// <summary>Largest offset either way that is taken, in LU: beyond it a number is a slip, not a target.</summary>
    public const double LargestOffsetLu = 60;

    /// <summary>Largest tolerance that is taken, in LU.</summary>
    public const double LargestToleranceLu = 30;

    /// <summary>The target of "other" where a profile names none: 10 LU under the focal, +-3 LU.</summary>
    public static RoleTarget DefaultOther { get; } = new(-10, 3, "rule of thumb");

    private static readonly ProfileJsonContext Context = new(new JsonSerializerOptions(ProfileJsonContext.Default.Options)
    {
        // Files are read by people: accents and the plus-minus sign stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Reads a profile.</summary>
    /// <param name="utf8">The file's bytes, with or without a byte order mark.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ProfileFormatException">It cannot be read; the message says what is wrong and where.</exception>
    /// <remarks>[any]</remarks>
    public static TargetProfile Read(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (utf8.StartsWith(mark))
        {
            utf8 = utf8[mark.Length..];
        }

        if (utf8.IsEmpty)
        {
            throw new ProfileFormatException("The file is empty.");
        }

        try
        {
            return Check(JsonSerializer.Deserialize(utf8, Context.ProfileDocument));
        }
        catch (JsonException problem)
        {
            throw new ProfileFormatException(Describe(problem), problem);
        }
    }

    /// <summary>Reads a profile from text.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ProfileFormatException">It cannot be read; the message says what is wrong and where.</exception>
    /// <remarks>[any]</remarks>
    public static TargetProfile Read(string json) => Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Writes a profile: indented, roles in order of importance, readable back by <see cref="Read(string)"/>.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The JSON, ending in a line feed.</returns>
    /// <remarks>[any]</remarks>
    public static string Write(TargetProfile profile)
    {
        ProfileDocument document = new()
        {
            Format = Format,
            Name = profile.Name,
            Description = profile.Description,
            FocalAgainstRest = Spell(profile.FocalAgainstRest),
            ForwardLu = profile.ForwardLu == 0 ? null : profile.ForwardLu,
            Roles = profile.Roles
                .OrderBy(pair => Roles.Importance(pair.Key))
                .ToDictionary(pair => Roles.Key(pair.Key), pair => (TargetDocument?)Spell(pair.Value)),
        };
        return JsonSerializer.Serialize(document, Context.ProfileDocument) + "\n";
    }

    private static TargetDocument Spell(RoleTarget target) =>
        new()
        {
            OffsetLu = target.OffsetLu,
            ToleranceLu = target.ToleranceLu,
            SpreadLu = double.IsFinite(target.SpreadLu) ? target.SpreadLu : null,
            Source = target.Source,
        };

    private static TargetProfile Check(ProfileDocument? document)
    {
        if (document is null)
        {
            throw new ProfileFormatException("The file says only \"null\": a profile is an object in braces.");
        }

        switch (document.Format)
        {
            case null:
                throw new ProfileFormatException($"\"format\" is missing: write \"format\": {Format}.");
            case > Format:
                throw new ProfileFormatException($"Format {document.Format} is newer than format {Format}, the newest that this version reads: update FaderStager.");
            case < 1:
                throw new ProfileFormatException($"Format {document.Format} does not exist: write \"format\": {Format}.");
            default:
                break;
        }

        string name = document.Name?.Trim() ?? "";
        if (name.Length is 0 or > 60)
        {
            throw new ProfileFormatException(name.Length == 0 ? "\"name\" is missing or empty." : "\"name\" is longer than 60 characters.");
        }

        if (document.Roles is null)
        {
            throw new ProfileFormatException("\"roles\" is missing: it holds the target of each role.");
        }

        double forward = document.ForwardLu ?? 0;
        if (!double.IsFinite(forward) || Math.Abs(forward) > LargestOffsetLu)
        {
            throw new ProfileFormatException($"\"forwardLu\" is {forward}; it must be from -{LargestOffsetLu} to {LargestOffsetLu} LU.");
        }

        return new TargetProfile
        {
            ForwardLu = forward,
            Name = name,
            Description = document.Description?.Trim() ?? "",
            FocalAgainstRest = Check(document.FocalAgainstRest, "focalAgainstRest"),
            Roles = Check(document.Roles),
        };
    }

    private static ImmutableSortedDictionary<Role, RoleTarget> Check(Dictionary<string, TargetDocument?> spelled)
    {
        ImmutableSortedDictionary<Role, RoleTarget>.Builder roles = ImmutableSortedDictionary.CreateBuilder<Role, RoleTarget>();
        foreach ((string key, TargetDocument? target) in spelled)
        {
            if (!Roles.TryParse(key, out Role role))
            {
                throw new ProfileFormatException($"roles: there is no role \"{key}\".{NearestNames.Question(key, Roles.All.Select(info => info.Key))}");
            }

            if (!roles.TryAdd(role, Check(target, $"roles, \"{key}\"")))
            {
                throw new ProfileFormatException($"roles: \"{key}\" names the role {Roles.Key(role)} for the second time.");
            }
        }

        _ = roles.TryAdd(Role.Other, DefaultOther);
        return roles.ToImmutable();
    }

    private static RoleTarget Check(TargetDocument? target, string where)
    {
        if (target is null)
        {
            throw new ProfileFormatException($"{where}: the target is missing.");
        }

        double offset = target.OffsetLu ?? throw new ProfileFormatException($"{where}: \"offsetLu\" is missing.");
        double tolerance = target.ToleranceLu ?? throw new ProfileFormatException($"{where}: \"toleranceLu\" is missing.");
        if (!double.IsFinite(offset) || Math.Abs(offset) > LargestOffsetLu)
        {
            throw new ProfileFormatException($"{where}: \"offsetLu\" is {offset}; it must be from -{LargestOffsetLu} to {LargestOffsetLu} LU.");
        }

        if (!double.IsFinite(tolerance) || tolerance <= 0 || tolerance > LargestToleranceLu)
        {
            throw new ProfileFormatException($"{where}: \"toleranceLu\" is {tolerance}; it must be above 0 and at most {LargestToleranceLu} LU.");
        }

        double spread = target.SpreadLu ?? double.NaN;
        if (spread is < 0 or > LargestToleranceLu)
        {
            throw new ProfileFormatException($"{where}: \"spreadLu\" is {spread}; it must be from 0 to {LargestToleranceLu} LU.");
        }

        string source = target.Source?.Trim() ?? "";
        return new RoleTarget(offset, tolerance, source.Length == 0 ? "not said" : source) { SpreadLu = spread };
    }

    // The parser counts lines and bytes from 0 and adds its own path to the message; people count from 1.
    private static string Describe(JsonException problem)
    {
        string where = problem.LineNumber is long line && problem.BytePositionInLine is long position
            ? $"line {line + 1}, position {position + 1}"
            : "unknown place";
        string field = string.IsNullOrEmpty(problem.Path) || problem.Path == "$" ? "" : $" ({problem.Path})";
        string message = problem.Message;
        int tail = message.IndexOf(" Path:", StringComparison.Ordinal);
        if (tail < 0)
        {
            tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        }

        return $"Not a readable profile at {where}{field}: {(tail < 0 ? message : message[..tail])}";
    }
}
