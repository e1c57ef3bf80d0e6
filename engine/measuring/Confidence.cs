namespace FaderStager.Measuring;

/// <summary>How sure a relative reading is, from the seconds in which track and focal were heard together.</summary>
/// <remarks>[any] The two borders are rules of thumb.</remarks>
public enum Confidence
{
    /// <summary>Nothing heard of the track or of the focal.</summary>
    None = 0,

    /// <summary>Both were heard, but under 3 s together: the reading is integrated minus integrated.</summary>
    NotHeardTogether = 1,

    /// <summary>Under 3 s together and still listening: the song is young.</summary>
    Listening = 2,

    /// <summary>3 s to 10 s together, or a loop shorter than that which both went round for 10 s: it will not get surer.</summary>
    Rough = 3,

    /// <summary>10 s together or more.</summary>
    Steady = 4,
}
