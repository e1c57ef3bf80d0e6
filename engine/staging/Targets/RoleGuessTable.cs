using System.Collections.Immutable;

namespace FaderStager.Staging.Targets;

/// <summary>Which words in a track's name tell its role, the most telling first.</summary>
/// <remarks>
/// [any] Each line: a role and its phrases, separated by spaces. A phrase is written as one word ("bassdrum" finds "Bass Drum");
/// a plus joins phrases that must all be found, anywhere in the name ("guitar+lead" finds "Lead Clean Guitar").
/// </remarks>
internal static class RoleGuessTable
{
    /// <summary>The table, read from the top: the first line that is found decides.</summary>
    internal static ImmutableArray<(Role Role, ImmutableArray<ImmutableArray<string>> Phrases)> Lines { get; } =
    [
        // What the words after them would hide.
        Line(Role.MixBus, "mixbus mixbuss masterbus masterbuss stereobus stereomix stereoout masterout mainout mixdown premaster fullmix roughmix finalmix mastertrack"),
        Line(Role.ReverbReturn, "reverb reverbs verb rev rvb reverbreturn delay delays dly delayreturn echo plate hall fxreturn"),
        Line(Role.Ambience, "roomtone wildtrack"),
        Line(Role.Effects, "reversecymbal reversedcymbal reversecrash revcym noisesweep"),

        // Single drums: "Snare Drum" is a snare, "Bass Drum" a kick, "Drum Room" the overheads.
        Line(Role.Kick, "kick kicks kik kck kicker kickin kickout kickdrum subkick bd bassdrum"),
        Line(Role.Snare, "snare snares snaredrum snr sn sd rim rimshot sidestick clap claps handclap handclaps"),
        Line(Role.HiHat, "hihat hihats hat hats hh hhat highhat openhat closedhat ohh chh"),
        Line(Role.Toms, "tom toms floortom racktom"),
        Line(Role.Overheads, "overhead overheads oh ohs cymbal cymbals cym cyms ride crash china splash room rooms drumroom"),

        // Voices: those behind before the one in front.
        Line(Role.Pads, "choir+pad vocal+pad vox+pad voice+pad"),
        Line(Role.BackingVocals, "bv bvs bvox bvoc bvocal bvocals bgv bgvs bgvox backingvocal backingvocals backingvox backupvocal backupvocals backupvox backvox backvocals "
            + "backing+vocal backing+vocals backing+vox background+vocal background+vocals background+vox backing+voice backing+voices "
            + "harmony harmonies harmonyvox harm choir choirs gang voices adlib adlibs vox+double vocal+double vox+dbl vocal+dbl vocals+double vox+doubles vocal+doubles"),
        Line(Role.LeadVocal, "leadvocal leadvocals leadvox leadvoc leadvoice mainvocal mainvox lv lvox lvoc vox vocal vocals voc vocs vx singer rap singing sungvoice"),
        Line(Role.Speech, "dialog dialogue dialogs narration narrator voice voiceover vo speech speaker commentary commentator podcast interview presenter dx adr host"),

        // Winds whose names hold other instruments'.
        Line(Role.Brass, "bassclarinet basstrombone bassflute brasssynth"),
        Line(Role.Bass, "bass basses bassline basslines bassgtr bassguitar bassdi subbass sub synthbass doublebass contrabass uprightbass reese"),

        // Strings under fingers.
        Line(Role.LeadGuitar, "leadguitar leadgtr ldgtr lgtr sologuitar sologtr guitarsolo gtrsolo gtrlead guitarlead guitar+lead guitar+solo gtr+lead gtr+solo guitars+lead gtrs+lead"),
        Line(Role.RhythmGuitar, "guitar guitars gtr gtrs gtar git rhythmguitar rhythmgtr rgtr egtr agtr acgtr elgtr acoustic strum strumming strat tele banjo ukulele uke mandolin rhythm"),
        Line(Role.Pads, "pad pads synthpad strings string violin violins viola violas cello celli cellos orchestra orch ensemble drone"),
        Line(Role.Keys, "keys keyboard keyboards piano pno pianos epiano epno electricpiano rhodes organ wurli wurly wurlitzer clav clavi clavinet hammond harpsichord celesta "
            + "vibes vibraphone marimba xylophone glockenspiel accordion mellotron"),
        Line(Role.Brass, "brass sax saxes saxophone horn horns trumpet trumpets tpt trombone trombones tbn tuba flute flutes clarinet oboe bassoon winds woodwind woodwinds harmonica"),

        // The rest of the rhythm.
        Line(Role.Percussion, "perc percs percussion shaker shakers shk tamb tambo tambourine conga congas bongo bongos cowbell triangle cabasa guiro timbale timbales woodblock claves "
            + "maracas snap snaps fingersnap djembe cajon tabla agogo timpani"),
        Line(Role.DrumBus, "drums drum drumbus drumkit drumloop drumset drumstem beat beats kit breakbeat breakbeats breaks drumgroup"),

        // Sounds and places.
        Line(Role.Effects, "fx sfx efx effect effects riser risers uplifter downlifter sweep sweeps impact impacts noise whoosh foley glitch vinyl scratch scratches transition stinger"),
        Line(Role.LeadSynth, "leadsynth synthlead synth synths arp arps arpeggio arpeggiator pluck plucks supersaw saw lead leads melody theremin chiptune sequence seq"),
        Line(Role.Backing, "backing backingtrack instrumental karaoke playback minusone accompaniment"),
        Line(Role.Music, "music mx bgm song underscore score soundtrack jingle musicbed"),
        Line(Role.Ambience, "amb ambience ambiance ambient atmos atmo atmosphere crowd audience background rain wind birds nature fieldrecording"),
        Line(Role.MixBus, "mix master"),
    ];

    private static (Role Role, ImmutableArray<ImmutableArray<string>> Phrases) Line(Role role, string phrases) =>
        (role, [.. phrases.Split(' ').Select(phrase => phrase.Split('+').ToImmutableArray())]);
}
