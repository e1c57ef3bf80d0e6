using System.Collections.Immutable;
using FaderStager.Mixing.Members;

namespace FaderStager.Mixing.Faders;

/// <summary>One command that can be taken back.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Before">How the tracks stood that it changed.</param>
/// <param name="Picture">The fader picture that was active before.</param>
/// <remarks>[any] Immutable.</remarks>
internal sealed record UndoStep(UndoKind Kind, ImmutableArray<TrackStand> Before, FaderPictureSlot Picture);
