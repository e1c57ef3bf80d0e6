using System.Runtime;

namespace FaderStager.Audio.Tests;

/// <summary>A stretch without a collection: one that falls into it by chance would change what the runtime has counted for a thread.</summary>
internal sealed class NoCollection : IDisposable
{
    private const long Bytes = 8 << 20;

    public NoCollection() => Assert.That(GC.TryStartNoGCRegion(Bytes), Is.True);

    public void Dispose()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }
    }
}
