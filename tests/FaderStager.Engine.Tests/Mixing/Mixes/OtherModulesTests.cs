using System.Collections.Concurrent;
using FaderStager.Mixing.Mixes;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

public sealed class OtherModulesTests
{
    [Test]
    public void Count_OfSeveralEngines_LeavesOutOnesOwn()
    {
        Guid own = Guid.NewGuid();
        ConcurrentDictionary<Guid, Func<int>> engines = new() { [own] = () => 5, [Guid.NewGuid()] = () => 8, [Guid.NewGuid()] = () => 3 };

        Assert.That(OtherModules.CountIn(engines, own), Is.EqualTo(11));
    }

    [Test]
    public void SharedCoordinator_Alone_CountsNoOthers()
    {
        _ = Coordinator.Shared;

        Assert.That(OtherModules.TrackCount, Is.Zero);
    }
}
