using System.Windows.Threading;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace FaderStager.Windows.Tests;

/// <summary>The one thread that all windows of the tests live on, as a host has one.</summary>
/// <remarks>It ends only after all tests, its dispatcher shut down first: Wine calls window procedures of a thread that is ending.</remarks>
[SetUpFixture]
public sealed class UiThread
{
    private static Dispatcher? _dispatcher;

    [OneTimeSetUp]
    public void Start()
    {
        using ManualResetEventSlim started = new();
        Thread thread = new(() =>
        {
            _dispatcher = Dispatcher.CurrentDispatcher;
            started.Set();
            Dispatcher.Run();
        })
        {
            IsBackground = true,
            Name = "ui",
        };
        thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
        started.Wait();
    }

    [OneTimeTearDown]
    public void Stop() => _dispatcher?.InvokeShutdown();

    /// <summary>Runs a test's body there. What it throws is recorded, not thrown again: NUnit calls tests by reflection, and Wine 8 ends the process where an exception crosses that.</summary>
    public static void Run(Action body)
    {
        TestResult result = TestExecutionContext.CurrentContext.CurrentResult;
        Exception? problem = null;
#pragma warning disable CA1031 // Whatever it is, it is recorded below.
        _dispatcher!.Invoke(() =>
        {
            try
            {
                body();
            }
            catch (Exception thrown)
            {
                problem = thrown;
            }
        });
#pragma warning restore CA1031
        if (problem is not null && (problem is not ResultStateException || result.AssertionResults.Count == 0))
        {
            result.RecordAssertion(AssertionStatus.Failed, problem.Message, problem.StackTrace);
        }
    }

    /// <summary>Lets the thread's messages run for a while.</summary>
    public static void Pump(int ms = 100)
    {
        DispatcherFrame frame = new();
        DispatcherTimer timer = new(DispatcherPriority.Background) { Interval = TimeSpan.FromMilliseconds(ms) };
        timer.Tick += (_, _) => frame.Continue = false;
        timer.Start();
        Dispatcher.PushFrame(frame);
        timer.Stop();
    }

    /// <summary>Lets the thread's messages run until something is so.</summary>
    /// <returns>False when it did not come about in time.</returns>
    public static bool PumpUntil(Func<bool> isSo, int ms = 10_000)
    {
        for (int waited = 0; waited < ms && !isSo(); waited += 50)
        {
            Pump(50);
        }

        return isSo();
    }

    /// <summary>Lets everything run that is waiting, down to idle.</summary>
    public static void Drain() => Dispatcher.CurrentDispatcher.Invoke(() => { }, DispatcherPriority.SystemIdle);
}
