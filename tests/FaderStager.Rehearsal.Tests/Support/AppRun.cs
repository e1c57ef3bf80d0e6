namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>One run of the program in this process, as from a pipe.</summary>
internal sealed record AppRun(int Code, string Output, string Error)
{
    public static AppRun Of(params string[] arguments) => With("ffmpeg", arguments);

    public static AppRun With(string ffmpeg, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = new RehearsalApp(output, error, isTerminal: false) { Ffmpeg = ffmpeg }.Run(arguments);
        return new AppRun(code, output.ToString(), error.ToString());
    }
}
