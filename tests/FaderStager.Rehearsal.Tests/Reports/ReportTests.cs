using System.Text;
using System.Xml.Linq;
using FaderStager.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Rehearsal.Tests.Reports;

public sealed class ReportTests
{
    [Test]
    public void Json_TinyMix_HasItsLastingShape() => Assert.That(MixReport.From(TinyMix.Of()).ToJson(), Is.EqualTo("""
        {
          "approach": "bottom-up",
          "focal": "Lead Vocal",
          "profile": "pop",
          "mix": {
            "focalAgainstRestLu": null,
            "predictedPeakDbfs": -5.9,
            "headline": "Next: bring Bass up to −5.0 dB, 7.0 LU under the focal.",
            "voices": 2,
            "forwardLu": 0,
            "forwardOfferLu": null
          },
          "tracks": [
            {
              "name": "Lead Vocal",
              "role": "lead-vocal",
              "integratedLufs": -20,
              "momentaryMaxLufs": -14,
              "shortTermMaxLufs": -16.25,
              "loudnessRangeLu": 8,
              "samplePeakDbfs": -6,
              "truePeakDbtp": -5.9,
              "relativeLu": 0,
              "heardTogetherSeconds": 33,
              "spreadLu": 0,
              "targetLu": 0,
              "toleranceLu": 3,
              "faderDb": 0,
              "suggestedFaderDb": 0,
              "moveDb": 0,
              "kind": "focal",
              "confidence": "steady",
              "step": 1,
              "reason": "The focal is up: the others come to it.",
              "voice": "Lead Vocal",
              "levels": {
                "rmsDbfs": null,
                "rmsLoudestDbfs": null,
                "samplePeakDbfs": -6,
                "truePeakDbtp": -5.9,
                "crestDb": null,
                "clippedRuns": 0,
                "trimDb": null,
                "where": null,
                "reason": "Silent so far: nothing to trim."
              }
            },
            {
              "name": "Bass",
              "role": "bass",
              "integratedLufs": -22,
              "momentaryMaxLufs": null,
              "shortTermMaxLufs": null,
              "loudnessRangeLu": null,
              "samplePeakDbfs": null,
              "truePeakDbtp": null,
              "relativeLu": null,
              "heardTogetherSeconds": 2.5,
              "spreadLu": null,
              "targetLu": -7,
              "toleranceLu": 3,
              "faderDb": null,
              "suggestedFaderDb": -5,
              "moveDb": null,
              "kind": "next",
              "confidence": "notHeardTogether",
              "step": 2,
              "reason": "Its turn: −5.0 dB is its place 7.0 LU under the focal; not heard together yet: compared by their own integrated loudness.",
              "voice": "Bass",
              "levels": {
                "rmsDbfs": null,
                "rmsLoudestDbfs": null,
                "samplePeakDbfs": null,
                "truePeakDbtp": null,
                "crestDb": null,
                "clippedRuns": 0,
                "trimDb": null,
                "where": null,
                "reason": "Silent so far: nothing to trim."
              }
            }
          ]
        }

        """));

    [Test]
    public void Json_TwoApproaches_AreAnArray() =>
        Assert.That(MixReport.ToJson([MixReport.From(TinyMix.Of()), MixReport.From(TinyMix.Of())]), Does.StartWith("[\n  {\n    \"approach\"").And.EndsWith("}\n]\n"));

    [Test]
    public void Csv_TinyMix_HasTheColumnsOfTheJson()
    {
        using StringWriter writer = new();
        CsvReport.Write([MixReport.From(TinyMix.Of("Bass, \"low\"\nDI"))], writer);

        Assert.That(writer.ToString(), Is.EqualTo(
            "approach,name,role,integratedLufs,momentaryMaxLufs,shortTermMaxLufs,loudnessRangeLu,samplePeakDbfs,truePeakDbtp,relativeLu,heardTogetherSeconds,spreadLu,targetLu,toleranceLu,faderDb,suggestedFaderDb,moveDb,kind,confidence,step,reason,rmsDbfs,rmsLoudestDbfs,crestDb,clippedRuns,trimDb,trimWhere,trimReason,voice\r\n"
            + "bottom-up,Lead Vocal,lead-vocal,-20,-14,-16.25,8,-6,-5.9,0,33,0,0,3,0,0,0,focal,steady,1,The focal is up: the others come to it.,,,,0,,,Silent so far: nothing to trim.,Lead Vocal\r\n"
            + "bottom-up,\"Bass, \"\"low\"\"\nDI\",bass,-22,,,,,,,2.5,,-7,3,,-5,,next,notHeardTogether,2,Its turn: −5.0 dB is its place 7.0 LU under the focal; not heard together yet: compared by their own integrated loudness.,,,,0,,,Silent so far: nothing to trim.,\"Bass, \"\"low\"\"\nDI\"\r\n"));
    }

    [Test]
    public void Csv_AnyText_ReadsBackAsItself() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(5, 9),
            Prop.ForAll(
                Gen.Elements('a', ' ', ',', '"', '\r', '\n', '−', ';').ListOf().Select(letters => new string([.. letters])).ToArbitrary(),
                text => Assert.That(ReadField(CsvReport.Quote(text) + ",next"), Is.EqualTo(text))));

    [TestCase("=HYPERLINK(\"http://x\",\"kick\")")]
    [TestCase("+1 dB")]
    [TestCase("-kick")]
    [TestCase("@SUM(A1)")]
    [TestCase("\tkick")]
    [TestCase("  =1+1")]
    public void Csv_NamesThatAreFormulas_AreText(string name)
    {
        using StringWriter writer = new();
        CsvReport.Write([MixReport.From(TinyMix.Of(name))], writer);

        Assert.That(writer.ToString(), Does.Contain(CsvReport.Quote("'" + name)));
        Assert.That(writer.ToString(), Does.Contain(",-20,-14,"), "numbers stay numbers");
        Assert.That(CsvReport.FileEncoding.GetPreamble(), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\" onload=\"x\" '")]
    [TestCase("Bass & Drums </title></svg>")]
    public void Html_NamesWithMarkup_AreShownAsText(string name)
    {
        string page = Html(name);

        Assert.That(page, Does.Not.Contain(name));
        Assert.That(Body(page).Descendants("th").Select(cell => cell.Value), Does.Contain(name));
    }

    [Test]
    public void Html_Page_IsWellFormedAndFetchesNothing()
    {
        string page = Html("Bass");

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Not.Contain("http").And.Not.Contain("<script").And.Not.Contain("url(").And.Not.Contain("@import"));
            Assert.That(Body(page).Descendants("svg").Count(), Is.EqualTo(2), "levels, and the mix around its focal");
            Assert.That(page, Does.Not.Contain("NaN").And.Not.Contain("∞"));
            Assert.That(page, Does.Contain("Next: bring Bass up").And.Contain("Its turn: −5.0 dB"));
        });
    }

    [Test]
    public void Html_Plot_ShowsTargetAndWhereTheSuggestionLeads()
    {
        XElement plot = Body(Html("Bass")).Descendants("svg").Last();
        double focal = X(plot.Elements("line").Single(line => line.Attribute("class")!.Value == "focal-line"), "x1");
        XElement bass = plot.Elements("g").Single(row => row.Attribute("class")!.Value == "buried");
        double target = X(bass.Elements("line").Single(line => line.Attribute("class")!.Value == "target"), "x1");
        double lands = X(bass.Elements("circle").Single(), "cx");

        // The bass is 2 LU under the focal at the inserts; its fader at -5 dB takes it to its target, -7 LU.
        Assert.Multiple(() =>
        {
            Assert.That(target, Is.LessThan(focal));
            Assert.That(lands, Is.EqualTo(target).Within(0.11));
            Assert.That(bass.Elements("path"), Is.Empty, "a fader that is down has no reading");
        });
    }

    [TestCase(-7.45, "−7.5")]
    [TestCase(-0.04, "0.0")]
    [TestCase(2, "+2.0")]
    [TestCase(double.NaN, "–")]
    [TestCase(double.NegativeInfinity, "−∞")]
    public void FigureText_Relative_ReadsLikeAMixer(double value, string text) => Assert.That(FigureText.Relative(value), Is.EqualTo(text));

    private static double X(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value);

    private static string Html(string name)
    {
        using StringWriter writer = new();
        HtmlReport.Write([TinyMix.Of(name)], name, writer);
        return writer.ToString();
    }

    /// <summary>The page's body as XML: it throws where a tag is open or a name breaks out.</summary>
    private static XElement Body(string page)
    {
        string body = page[page.IndexOf("<body>", StringComparison.Ordinal)..(page.LastIndexOf("</body>", StringComparison.Ordinal) + "</body>".Length)];
        return XElement.Parse(body.Replace("<br>", "<br/>", StringComparison.Ordinal));
    }

    private static string ReadField(string line)
    {
        if (!line.StartsWith('"'))
        {
            return line[..line.IndexOf(',', StringComparison.Ordinal)];
        }

        StringBuilder field = new();
        for (int at = 1; ; at++)
        {
            if (line[at] == '"' && line[++at] != '"')
            {
                return field.ToString();
            }

            _ = field.Append(line[at]);
        }
    }
}
