using System.Collections.Concurrent;

namespace FaderStager.Mixing.Mixes;

/// <summary>The tracks of other FaderStagers in this process: other versions, or another edition, whose engine is not this one and whose tracks it never sees.</summary>
/// <remarks>[any] Modules of one build share one engine and do not count one another.</remarks>
public static class OtherModules
{
    // A dictionary of the framework's own types, which all load contexts share: engine -> how many tracks it has.
    private const string Place = "FaderStager engines";
    private static readonly Guid Own = Guid.NewGuid();

    /// <summary>Tracks that run in another module of this process.</summary>
    public static int TrackCount => CountIn(Engines, Own);

    /// <summary>Makes this engine's tracks known to the others.</summary>
    /// <param name="count">How many there are. Called on any thread; never throws.</param>
    internal static void Announce(Func<int> count) => Engines[Own] = count;

    internal static int CountIn(ConcurrentDictionary<Guid, Func<int>> engines, Guid except) =>
        engines.Count <= 1 && engines.ContainsKey(except) ? 0 : Sum(engines, except);

    private static int Sum(ConcurrentDictionary<Guid, Func<int>> engines, Guid except) =>
        engines.Where(engine => engine.Key != except).Sum(engine => engine.Value());

    private static ConcurrentDictionary<Guid, Func<int>> Engines
    {
        get
        {
            if (AppDomain.CurrentDomain.GetData(Place) is ConcurrentDictionary<Guid, Func<int>> known)
            {
                return known;
            }

            ConcurrentDictionary<Guid, Func<int>> made = new();
            AppDomain.CurrentDomain.SetData(Place, made);
            return made;
        }
    }
}
