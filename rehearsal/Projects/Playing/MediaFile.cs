using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>A media file that can be played.</summary>
/// <param name="Stem">Opens it.</param>
/// <param name="SampleRateHz">Its frames a second.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="FileChannels">Channels of the file; of more than two one pair or one is played.</param>
/// <param name="Frames">Its length, or null while only its end will tell.</param>
/// <param name="Notice">How it was found, where that is worth a word; or null.</param>
internal sealed record MediaFile(IStemSource Stem, double SampleRateHz, int Channels, int FileChannels, long? Frames, string? Notice);
