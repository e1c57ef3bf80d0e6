using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>Reads stems to their end.</summary>
internal static class Reading
{
    public static float[][] All(IStemReader reader, int step = 1000)
    {
        List<float> left = [];
        List<float> right = [];
        float[] leftBlock = new float[step];
        float[] rightBlock = new float[step];
        for (int read = -1; read != 0;)
        {
            read = reader.Read(leftBlock, rightBlock);
            left.AddRange(leftBlock[..read]);
            right.AddRange(rightBlock[..read]);
        }

        return reader.Channels == 1 ? [[.. left]] : [[.. left], [.. right]];
    }

    public static float[][] AllOf(string path)
    {
        using IStemReader reader = new FileStem(path).Open();
        return All(reader);
    }
}
