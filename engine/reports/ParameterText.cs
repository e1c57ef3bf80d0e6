using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Reports;

/// <summary>The values of parameters as a person reads and types them.</summary>
/// <remarks>[any but audio]</remarks>
public static class ParameterText
{
    private const string None = "none";

    private static readonly string[][] Choices = [.. ParameterInfo.All.Select(info => ChoicesOf(info.Id))];

    extension(ParameterInfo info)
    {
        /// <summary>The value with its unit: "-7.5 dB", "-inf dB", "lead vocal". Letters of ASCII only, for the displays of control surfaces.</summary>
        /// <param name="plain">Plain value.</param>
        /// <returns>The text.</returns>
        /// <remarks>[any but audio]</remarks>
        public string ToText(double plain)
        {
            double legal = info.Legal(plain);
            return info.IsChoice ? Choices[(int)info.Id][(int)legal]
                : info.Id != ParameterId.SuggestedFader || legal > FaderRange.DownDb ? $"{FigureText.Plain(legal)} {info.Unit}"
                : $"{(legal < FaderRange.DownDb ? None : FigureText.Plain(double.NegativeInfinity))} {info.Unit}";
        }

        /// <summary>Reads a text as <see cref="ToText"/> writes it, or a bare number with a point or a comma, or a choice's name.</summary>
        /// <param name="text">What a person typed.</param>
        /// <param name="plain">The plain value.</param>
        /// <returns>False when it is neither.</returns>
        /// <remarks>[any but audio]</remarks>
        public bool TryParse(string? text, out double plain)
        {
            string trimmed = (text ?? string.Empty).Trim();
            int choice = Array.FindIndex(Choices[(int)info.Id], name => name.Equals(trimmed, StringComparison.OrdinalIgnoreCase));
            if (choice >= 0)
            {
                plain = choice;
                return true;
            }

            string number = TypedNumber.Plain(trimmed, info.Unit);
            if (info.Id == ParameterId.SuggestedFader && number.Equals(None, StringComparison.OrdinalIgnoreCase))
            {
                plain = ParameterInfo.NoFaderDb;
                return true;
            }

            bool isDown = info.Id is ParameterId.Fader or ParameterId.SuggestedFader && (number.Equals("-inf", StringComparison.OrdinalIgnoreCase) || number == "-∞");
            plain = !isDown ? 0 : info.Id == ParameterId.Fader ? double.NegativeInfinity : FaderRange.DownDb;
            if (!isDown && !TypedNumber.TryParse(number, "", out plain))
            {
                return false;
            }

            plain = info.Legal(plain);
            return true;
        }
    }

    private static string[] ChoicesOf(ParameterId id) => id switch
    {
        ParameterId.Focal => ["no", "focal"],
        ParameterId.Approach => [.. ApproachList.All.Select(approach => ReportNames.Name(approach.Kind))],
        ParameterId.Role => [.. Enum.GetValues<Role>().Select(Roles.DisplayName)],
        ParameterId.MixGroup => Enum.GetNames<MixGroup>(),
        ParameterId.FaderPlace => ["plug-in fader", "DAW fader", "post-fader", "host fader"],
        ParameterId.InMix => ["no", "yes"],
        ParameterId.Bypass => ["off", "on"],
        ParameterId.HintWord => [.. Enum.GetValues<HintKind>().Select(HintWords.Of)],
        ParameterId.Clipped => ["no", "clipped"],
        ParameterId.Apply => ["ready", "apply"],
        ParameterId.AllFaders => ["ready", "to the start"],
        ParameterId.RestSource => [.. Enum.GetValues<RestSource>().Select(BalanceWords.Of)],
        _ => [],
    };
}
