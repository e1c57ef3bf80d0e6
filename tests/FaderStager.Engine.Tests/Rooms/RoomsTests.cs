using FaderStager.Audio;
using FaderStager.Measuring;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Tests.Rooms;

namespace FaderStager.Engine.Tests.Rooms;

/// <summary>The rooms of the engine as they were built: which references which, and no circle between the folders of one room.</summary>
public sealed class RoomsTests
{
    // In the order in which a block becomes a hint: each may reference those before it.
    private static readonly string[] Order =
    [
        typeof(TrackMeter).Assembly.Location, typeof(TrackAnalysis).Assembly.Location, typeof(Hint).Assembly.Location,
        typeof(TrackInstance).Assembly.Location, typeof(Narrator).Assembly.Location,
    ];

    [Test]
    public void Rooms_References_RunOneWay()
    {
        string[] names = [.. Order.Select(path => Path.GetFileNameWithoutExtension(path))];
        for (int room = 0; room < names.Length; room++)
        {
            Assert.That(Room.ReferencesOf(Order[room]), Is.SubsetOf(names[..room]), names[room]);
        }
    }

    [TestCaseSource(nameof(Order))]
    public void Room_Folders_HaveNoCircle(string assembly) => Assert.That(Room.CircleIn(assembly), Is.Null);
}
