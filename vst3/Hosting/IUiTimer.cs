namespace FaderStager.Vst3.Hosting;

/// <summary>Something that calls a plug-in on its host's UI thread, about thirty times a second.</summary>
internal interface IUiTimer
{
    /// <summary>Calls no more.</summary>
    void Stop();
}
