using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaderStager.Plugin;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Windows;

/// <summary>What the native loader calls once .NET runs.</summary>
/// <remarks>[ui] The loader calls one at a time. Nothing is thrown across.</remarks>
internal static unsafe class LoaderEntry
{
    private const int Done = 0;
    private const int Failed = 1;

    private static bool _isReady;
    private static Assembly? _shell;

    /// <summary>Makes the editor known and hands the module's factory out.</summary>
    /// <param name="call">Question and answer.</param>
    /// <returns>0, or another number and a line in the log.</returns>
    [UnmanagedCallersOnly]
    public static int GetPluginFactory(LoaderCall* call)
    {
        if (call == null || call->Size < sizeof(LoaderCall))
        {
            return Failed;
        }

        LoaderLog log = new(call->Log);
        try
        {
            Assembly own = typeof(LoaderEntry).Assembly;
            _shell ??= EngineHome.Find(own);
            call->Factory = (void*)(_shell == own ? Answer((nint)call->Log) : AnswerOf(_shell, (nint)call->Log));
            return Done;
        }
        catch (Exception problem)
        {
            log.Write($"FaderStager could not start ({problem.GetType().Name}: {problem.Message}): install it again.");
            return Failed;
        }
    }

    private static nint Answer(nint logCall)
    {
        if (!_isReady)
        {
            OfferEditor(new LoaderLog((delegate* unmanaged<char*, void>)logCall));
            _isReady = true;
        }

        return (nint)Factory();
    }

    /// <summary>The answer of another install's module, which runs the engine that both share.</summary>
    private static nint AnswerOf(Assembly shell, nint logCall) =>
        (nint)shell.GetType(typeof(LoaderEntry).FullName!, throwOnError: true)!
            .GetMethod(nameof(Answer), BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [logCall], null)!;

    /// <summary>The module's factory.</summary>
    /// <remarks>A method of its own, as the one below: an assembly that is missing shows when the method that uses it is compiled, and then its caller can catch that.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* Factory() => (void*)PluginModule.GetPluginFactory();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetViewFactory(LoaderLog log) => PluginModule.ViewFactory = new WpfViewFactory(log);

    /// <summary>A host may run a .NET without its Desktop part. There the plug-in works behind the host's generic editor.</summary>
    private static void OfferEditor(LoaderLog log)
    {
        try
        {
            _ = Assembly.Load("PresentationFramework");
        }
        catch (Exception problem) when (problem is IOException or BadImageFormatException)
        {
            log.Write("FaderStager shows no editor of its own here, because the .NET that this host runs has no Desktop part: use the host's generic editor.");
            return;
        }

        SetViewFactory(log);
    }
}
