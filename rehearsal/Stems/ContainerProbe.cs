namespace FaderStager.Rehearsal.Stems;

/// <summary>Looks at samples to tell where they stand in their containers.</summary>
/// <param name="file">The file.</param>
/// <param name="data">Where the samples stand.</param>
/// <param name="mostBytes">How far to look.</param>
/// <param name="container">Bytes of a container.</param>
/// <param name="sample">Bytes of a sample, fewer.</param>
/// <param name="bigEndian">Byte order.</param>
internal sealed class ContainerProbe(ChunkFile file, DataExtent data, int mostBytes, int container, int sample, bool bigEndian)
{
    private bool _canBeAtTop = true;
    private bool _canBeAtBottom = true;
    private bool _hasSound;

    /// <summary>Looks.</summary>
    /// <returns>What was seen; silence tells nothing.</returns>
    public ContainerUse Look()
    {
        byte[] bytes = new byte[(int)Math.Min(data.Bytes, mostBytes) / container * container];
        if (!file.TryRead(data.StartByte, bytes))
        {
            return ContainerUse.Unknown;
        }

        byte[] little = new byte[container];
        for (int at = 0; at < bytes.Length; at += container)
        {
            bytes.AsSpan(at, container).CopyTo(little);
            if (bigEndian)
            {
                Array.Reverse(little);
            }

            Judge(little);
        }

        return (_hasSound, _canBeAtTop, _canBeAtBottom) switch
        {
            (false, _, _) => ContainerUse.Unknown,
            (_, true, false) => ContainerUse.AtTop,
            (_, false, true) => ContainerUse.AtBottom,
            _ => ContainerUse.Unknown,
        };
    }

    private void Judge(ReadOnlySpan<byte> little)
    {
        _hasSound |= little.ContainsAnyExcept((byte)0);
        _canBeAtTop &= !little[..(container - sample)].ContainsAnyExcept((byte)0);
        byte sign = (little[sample - 1] & 0x80) != 0 ? (byte)0xFF : (byte)0;
        _canBeAtBottom &= !little[sample..].ContainsAnyExcept(sign);
    }
}
