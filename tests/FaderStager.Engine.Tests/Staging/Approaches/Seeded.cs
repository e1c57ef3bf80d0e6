using FsCheck;
using Microsoft.FSharp.Core;

namespace FaderStager.Engine.Tests.Staging.Approaches;

/// <summary>Property checks that draw the same cases every time.</summary>
internal static class Seeded
{
    internal static Config Config(int tests) => FsCheck.Config.QuickThrowOnFailure
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260101, 7), FSharpOption<int>.None)))
        .WithMaxTest(tests);
}
