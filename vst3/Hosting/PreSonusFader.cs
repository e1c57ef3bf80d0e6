using FaderStager.Audio.Blocks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>The channel's fader by PreSonus' context, which Studio One and Ardour offer: a factor, 1 = 0 dB.</summary>
/// <remarks>[ui]</remarks>
internal sealed unsafe class PreSonusFader : IHostFader
{
    private void* _provider;
    private int _depth;
    private bool _isOpen;

    private PreSonusFader(void* provider) => _provider = provider;

    /// <summary>The fader, where the component handler has the context in a version that can set values.</summary>
    public static PreSonusFader? TryFind(HostEdits edits)
    {
        void* provider = edits.QueryHandler(ContextInfoProvider3Table.Id);
        return provider == null ? null : new PreSonusFader(provider);
    }

    /// <inheritdoc/>
    public double ReadDb()
    {
        double factor = 0;
        fixed (byte* id = "volume"u8)
        {
            return ContextInfoProvider3Table.Of(_provider)->GetReal(_provider, &factor, id) == Result.Ok && factor >= 0
                ? Decibels.FromAmplitude(factor)
                : double.NaN;
        }
    }

    /// <inheritdoc/>
    public void BeginStep() => _depth++;

    /// <inheritdoc/>
    public void EndStep()
    {
        if (--_depth == 0)
        {
            Close();
        }
    }

    /// <inheritdoc/>
    public bool MoveTo(double db)
    {
        ContextInfoProvider3Table* calls = ContextInfoProvider3Table.Of(_provider);
        fixed (byte* id = "volume"u8)
        {
            if (!_isOpen)
            {
                _isOpen = true;
                calls->BeginEdit(_provider, id);
            }

            return calls->SetValue(_provider, id, Decibels.ToAmplitude(db)) == Result.Ok;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        Unknown.Release(_provider);
        _provider = null;
    }

    private void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            fixed (byte* id = "volume"u8)
            {
                ContextInfoProvider3Table.Of(_provider)->EndEdit(_provider, id);
            }
        }
    }
}
