namespace AudioPlugSharp;

public class AudioPluginSaveParameter
{
    public string ID { get; set; }

    public double Value { get; set; }
}
