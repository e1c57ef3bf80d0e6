using System.Collections;
using System.Globalization;
using System.Reflection;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Tests;

/// <summary>The process that FaderStager is loaded into may follow any country. The editor's figures and sentences do not.</summary>
/// <remarks>The cultures' numbers are set by hand: where globalization is invariant, as in these tests, the system's own are all alike.</remarks>
public sealed class CultureTests
{
    private static readonly CultureInfo[] Cultures =
    [
        Of("de-DE", ",", ".", "-"),
        Of("fr-FR", ",", "\u202F", "-"),
        Of("ar-SA", "\u066B", "\u066C", "\u061C-"),
    ];

    private CultureInfo _before = CultureInfo.InvariantCulture;

    /// <summary>What is made once a process is made here, so that both runs that are compared allocate alike: About tells the bytes of a turn.</summary>
    [OneTimeSetUp]
    public void WarmUp() => Everything();

    [SetUp]
    public void KeepCulture() => _before = CultureInfo.CurrentCulture;

    [TearDown]
    public void PutCultureBack() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;

    [TestCaseSource(nameof(Cultures))]
    public void Editor_InAnyCulture_SaysTheSame(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        // The process's first turn makes what later ones find made, and About says how many bytes a turn takes.
        _ = Everything();
        string[] expected = Everything();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

        Assert.That(culture.NumberFormat.NumberDecimalSeparator, Is.Not.EqualTo("."));
        Assert.That(Everything(), Is.EqualTo(expected));
        Assert.That(expected, Has.Length.GreaterThan(150).And.Some.Contains("−7.0 dB").And.Some.Contains("1:0"));
    }

    [TestCaseSource(nameof(Cultures))]
    public void TypedFigures_InAnyCulture_AreRead(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        foreach (string typed in (string[])["-7.5", "-7,5", "−7,5", "–7.5 dB", "−7,5 db", " -7.5dB ", "\u061C-\u0667\u066B\u0665", "\u202A-7.5\u202C"])
        {
            Assert.That(LevelText.TryParseFader(typed, out double db), Is.True, typed);
            Assert.That(db, Is.EqualTo(-7.5), typed);
        }

        Assert.That(TypedNumber.TryParse("−9,5 ±3.0 LU", "LU", out double lu), Is.True);
        Assert.That(lu, Is.EqualTo(-9.5));
        Assert.That(TypedNumber.TryParse("1.000,5", "LU", out _), Is.False, "no figure here has thousands");
    }

    private static Named Of(string name, string decimals, string groups, string minus)
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimals;
        culture.NumberFormat.NumberGroupSeparator = groups;
        culture.NumberFormat.NegativeSign = minus;
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        return new Named(name, culture);
    }

    // Every text of an editor with a mix that was played, top-down and bottom-up.
    private static string[] Everything()
    {
        // About counts collections: none falls into a run by chance.
        GC.Collect();
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Vocal");
        rig.Session.Add("Bass", -20);
        rig.Session.Add("Kick", -48);
        vocal.IsFocal = true;
        rig.Session.Coordinator.Refresh();
        rig.Open(rig.Session.Add("Keys", -23.7)).Play(63);
        List<string> texts = [];
        Collect(rig.Editor, texts, []);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Pass(300);
        Collect(rig.Editor, texts, []);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp, ToleranceLu = 1.5 });
        rig.Pass(500);
        rig.Editor.BottomUp.AllDownCommand.Execute(null);
        rig.Pass(500);
        Collect(rig.Editor, texts, []);
        rig.Editor.Export.ExportCsvCommand.Execute("x.csv");
        rig.Editor.Export.ExportHtmlCommand.Execute("x.html");
        texts.AddRange(rig.Files.Values.Select(file => System.Text.Encoding.UTF8.GetString(file.ToArray())));
        return [.. texts];
    }

    private static void Collect(object model, List<string> texts, HashSet<object> seen)
    {
        if (!seen.Add(model))
        {
            return;
        }

        foreach (PropertyInfo property in model.GetType().GetProperties().Where(each => each.GetIndexParameters().Length == 0 && !each.PropertyType.IsByRefLike))
        {
            object? value = property.GetValue(model);
            if (value is string text)
            {
                texts.Add($"{model.GetType().Name}.{property.Name}: {text}");
            }
            else if (value is IEnumerable many)
            {
                foreach (object? each in many)
                {
                    CollectOurs(each, texts, seen);
                }
            }
            else
            {
                CollectOurs(value, texts, seen);
            }
        }
    }

    private static void CollectOurs(object? value, List<string> texts, HashSet<object> seen)
    {
        if (value is not null && value.GetType() is { IsClass: true, Namespace: { } space } && space.StartsWith("FaderStager.Presentation", StringComparison.Ordinal))
        {
            Collect(value, texts, seen);
        }
    }

    /// <summary>A culture that a failed test can be told by.</summary>
    private sealed class Named(string name, CultureInfo culture) : CultureInfo("")
    {
        public override string Name => name;

        public override NumberFormatInfo NumberFormat => culture.NumberFormat;

        public override DateTimeFormatInfo DateTimeFormat => culture.DateTimeFormat;

        public override string ToString() => name;

        public override object? GetFormat(Type? formatType) => culture.GetFormat(formatType);
    }
}
