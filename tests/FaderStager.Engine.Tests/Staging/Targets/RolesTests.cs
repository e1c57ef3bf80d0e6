using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Targets;

public sealed class RolesTests
{
    [Test]
    public void Roles_EveryRole_HasOneLineAndReadsBack()
    {
        foreach (Role role in Enum.GetValues<Role>())
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Roles.All.Count(info => info.Role == role), Is.EqualTo(1), role.ToString());
                Assert.That(Roles.TryParse(Roles.Key(role), out Role byKey) && byKey == role, Is.True, role.ToString());
                Assert.That(Roles.TryParse(Roles.DisplayName(role), out Role byName) && byName == role, Is.True, role.ToString());
                Assert.That(Roles.TryParse(role.ToString(), out Role byEnum) && byEnum == role, Is.True, role.ToString());
            }
        }
    }

    [Test]
    public void Roles_Importance_RunsFromTheLeadToTheBus()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Roles.All.Select(info => info.Importance), Is.EqualTo(Enumerable.Range(1, Roles.All.Length)));
            Assert.That(Roles.Importance(Role.LeadVocal), Is.EqualTo(1));
            Assert.That(Roles.Importance(Role.Kick), Is.LessThan(Roles.Importance(Role.Bass)));
            Assert.That(Roles.Importance(Role.Bass), Is.LessThan(Roles.Importance(Role.Keys)));
            Assert.That(Roles.Importance(Role.MixBus), Is.EqualTo(Roles.All.Length));
        }
    }

    [TestCase("Lead Vocal", Role.LeadVocal)]
    [TestCase("LEAD_VOCAL", Role.LeadVocal)]
    [TestCase(" leadvocal ", Role.LeadVocal)]
    [TestCase("hi-hat", Role.HiHat)]
    [TestCase("HiHat", Role.HiHat)]
    [TestCase("BV", Role.BackingVocals)]
    [TestCase("gtr", Role.RhythmGuitar)]
    public void TryParse_WaysOfWriting_AreUnderstood(string text, Role role)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Roles.TryParse(text, out Role parsed), Is.True);
            Assert.That(parsed, Is.EqualTo(role));
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("3")]
    [TestCase("snair")]
    public void TryParse_NoRole_IsOther(string? text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Roles.TryParse(text, out Role parsed), Is.False);
            Assert.That(parsed, Is.EqualTo(Role.Other));
        }
    }

    [TestCase("snair", "snare")]
    [TestCase("lead-vocl", "lead-vocal")]
    [TestCase("Percusion", "percussion")]
    [TestCase("back", "backing")]
    public void Nearest_Mistyped_OffersTheRightOne(string text, string key) =>
        Assert.That(Roles.Nearest(text)[0], Is.EqualTo(key));

    [Test]
    public void Nearest_NothingNear_IsEmpty() =>
        Assert.That(Roles.Nearest("qqqqqqqqqqqq"), Is.Empty);

    [Test]
    public void Of_NumberThatNamesNoRole_IsOther() =>
        Assert.That(Roles.Of((Role)99).Role, Is.EqualTo(Role.Other));
}
