namespace FaderStager.Staging.Targets;

/// <summary>What the words in track names tell of roles: English, the field's abbreviations, defaults of programs, and five more languages.</summary>
/// <remarks>
/// [any] A phrase is written as one word, lower case, without accents: "bassdrum" finds "Bass Drum". A plural's s may be left out.
/// Words that hold others (German compounds, "leadvox") need no line where every piece has one.
/// </remarks>
internal static class RoleGuessTable
{
    private static readonly (NameSense Sense, Role Role, string Words)[] Lines =
    [
        // What decides, whatever stands beside it.
        (NameSense.Decides, Role.MixBus, "mixbus mixbuss masterbus masterbuss masterfader stereobus stereomix stereoout masterout mainout mainoutput mixdown premaster fullmix roughmix finalmix mastertrack "
            + "2bus 2buss 2mix twobus masterchannel summenbus sommebus stereosumme"),
        (NameSense.Decides, Role.Backing, "backingtrack instrumental karaoke playback minusone accompaniment accomp accomps novocals novox novocal minusvocals nolead withoutvocals begleitung instbus instgroup instrumentbus instruments "
            + "accompagnement acompanamiento acompanhamento accompagnamento"),
        (NameSense.Decides, Role.ReverbReturn, "reverb verb rvb reverbreturn delay dly delayreturn fxreturn fxrtn reverence roomworks reaverb reaverbate readelay chromaverb spacedesigner valhalla vintageverb "
            + "dverb altiverb lexicon echoboy pingpong slapback nachhall reverbe reverberation riverbero reverberacion verzogerung retardo delai ecovoz ecovoce"),
        (NameSense.Decides, Role.Ambience, "roomtone wildtrack fieldrecording"),
        (NameSense.Decides, Role.Effects, "revcymbal revcrash revcym subdrop subboom bassdrop noisesweep tapestop voxchop vocalchop voxsample vocalsample recordscratch impactboom soundeffect"),
        (NameSense.Decides, Role.BackingVocals, "gangvox gangvocal crowdvox crowdvocal crowdchant gangchant bassvox bassvoice bassvocal segundavoz secondavoce deuxiemevoix zweitstimme zweitestimme 2stimme 2avoz 2avoce 2voix 2emevoix 3stimme drittestimme 2davoz "
            + "chorusvoices groupvox groupvocal rdabove thabove rdbelow thbelow octaveabove octavebelow"),
        (NameSense.Decides, Role.Speech, "voiceover voixoff vocenarrante vozenoff oton boommic lavmic lavalier"),
        (NameSense.Decides, Role.LeadSynth, "guitarsynth vocalsynth voxsynth"),
        (NameSense.Decides, Role.Keys, "musicbox"),
        (NameSense.Decides, Role.DrumBus, "drumloop drumbreak drumrack drummachine grooveagent ezdrummer superiordrummer addictivedrums drumkitdesigner impactxt steelslate bfd"),
        (NameSense.Decides, Role.Percussion, "steeldrum steelpan"),
        (NameSense.Unheard, Role.Other, "click clicktrack clk metronome metro talkback countin countoff guide guidetrack reference ref bounce sidechain scin sctrigger sctrig sckick kicksc ducktrigger ghostkick timecode ltc smpte slate klick "
            + "metronom metronomo einzahler claqueta clic"),

        // Drums.
        (NameSense.Noun, Role.Kick, "kick kik kck kickdrum subkick bd bdrum bassdrum kickdr grossetrommel bombo bumbo cassa grossecaisse grossc grcaisse grossecasse kicker basedrum bassdr fusstrommel gcsub gcext grancassa"),
        (NameSense.Noun, Role.Snare, "snare snr snaredrum sn sd rim rimshot sidestick crossstick clap handclap kleinetrommel tambor caja tarola redoblante caixa rullante caisseclaire klatschen palmas claqueo clapping clp xstick klatscher"),
        (NameSense.Noun, Role.HiHat, "hihat hat hats hh hhat highhat openhat closedhat ohh chh hht charley charleston chimbal chimbau contratiempo"),
        (NameSense.Noun, Role.Toms, "tom floortom racktom ftom rtom standtom hangetom flrtom tombasse tomgrave timpano flr floort timbalbase tomsbasse tombasso tombajo tombaixo"),
        (NameSense.Noun, Role.Overheads, "overhead overhd ovhd ovrhd ovh ovhds oh ohs ohl ohr ohlr cymbal cym cymb ride crash china splash becken platos platillos pratos piatti cymbale aereo aerien aeros panoramici panoramico drumroom drroom drumamb drumsamb drumambience drumsambience drumambient overheadmic"),
        (NameSense.Noun, Role.DrumBus, "drum drumbus drumkit drumset drumstem drms drm drummer kit breakbeat schlagzeug bateria batterie batteria batt ultrabeat trommeln"),
        (NameSense.Noun, Role.Percussion, "perc prc percussion shaker shkr shk tamb tambo tambourine tamborine tmb conga bongo cowbell triangle cabasa guiro timbale woodblock clave maraca snap fingersnap djembe cajon tabla "
            + "agogo timpani timp bodhran darbuka doumbek udu caxixi rainstick gong schellenkranz schellen rassel schlagwerk pauke percusion pandereta percusiones percussao pandeiro ganza surdo cuica percussioni tamburello nacchere "
            + "castanet castanuelas tambourin grelots sonagli schuttler sleighbell shekere vibraslap chime windchime mallets stomp footstomp marktree tamburin pandero tumbadora timbal cencerro triangel triangulo triangolo schellenring kuhglocke holzblock schnipsen fingerschnippen chocalho campanaccio tamborim atabaque zabumba percu percus taiko"),

        // Voices.
        (NameSense.Noun, Role.LeadVocal, "vocal vox voc vx lv lvox lvoc ldvx vocalist singer singing sung rap rapper acapella acappella gesang stimme hauptstimme hauptgesang leadgesang sanger sangerin voz voces vozes voix voce voci chant cantante "
            + "chanteur chanteuse canto vokal scream screams vcl vcls leadvoice femalelead malelead vocais"),
        (NameSense.Noun, Role.BackingVocals, "bv bvs bvox bvoc bvocal bgv bgvox bgvoc backvox backvocal backupvox backupvocal choir voices ooh ahh aah ooo chor hintergrundgesang coro coros cori choeur vocoder chore mannerchor frauenchor kinderchor gospelchor oberstimme unterstimme ahs oos uhs bkv bkvs bkvox controcanto singers vocalists chants chorister choristers choristes coristas coristi chanteurs chanteuses cantanti cantantes sangerinnen"),
        (NameSense.Noun, Role.Speech, "dialog dialogue narration narrator voice vo speech speaker commentary commentator podcast interview interviewer presenter adr host guest lav sprecher sprecherin erzahler moderator moderation "
            + "kommentar kommentator locutor locucion narrador narrateur narradora narratrice dialogo dialoghi narratore locucao dialoge reporter announcer"),
        (NameSense.Behind, Role.BackingVocals, "harmony harmonies harm harms hrm gang adlib adlibs libs whisper shout backups backings backs bgs bkgs bkgds bkgnds bckgs backgrounds armonia armonias armonie harmonia harmonias harmonie"),
        (NameSense.Behind, Role.Backing, "backing"),
        (NameSense.Behind, Role.Ambience, "background"),
        (NameSense.Behind, Role.Other, "back bk bckg backup bkg bkgd bkgnd bck bg bu double doubled dbl doubler dt tpl triple dub stack layer layers layered quad doppel doppler doppelung dopplung doble doblaje dobles doppia doublure doublee dobrada apoyo fondo fundo hintergrund secondary segunda doppelt gedoppelt doublage dobra dobrado doblado doblada raddoppio begleit satz"),
        (NameSense.Lead, Role.LeadSynth, "lead ld leads"),
        (NameSense.Lead, Role.LeadGuitar, "solo soli solist solista soliste"),
        (NameSense.Lead, Role.Other, "main principal principale lider haupt"),

        // Strings under fingers, bows and keys.
        (NameSense.Noun, Role.Bass, "bass bss bassline bassgtr bassguitar bassgit bassgitarre bassdi subbass synthbass synbass basssynth doublebass dblbass contrabass uprightbass upbass reese kontrabass kontrabasse ebass bajo baixo basso basse contrabajo "
            + "contrabaixo contrabbasso contrebasse ezbass trilian modobass bs bassamp fretless"),
        (NameSense.Noun, Role.LeadGuitar, "leadgtr ldgtr lgtr gtrsolo gtrlead leadgit sologitarre"),
        (NameSense.Noun, Role.RhythmGuitar, "guitar gtr gtar git gt gtrs guit guitarra guitare chitarra chitarre gitarre gitarren violao konzertgitarre rgtr egtr agtr acgtr elgtr egit agit egt agt acgt elecgtr acousticgtr powerchord strum strumming strat tele telecaster "
            + "stratocaster lespaul banjo ukulele uke mandolin mandoline mandolina dobro bouzouki cavaquinho lute pedalsteel lapsteel slideguitar stringgtr stringguitar guitarrig nylon westerngitarre mando chelettrica chacustica palmmute gta chit"),
        (NameSense.Noun, Role.Pads, "pad synthpad string strg strgs strngs violin vln vlns vio viola vla vlas cello celli vcello vlc orchestra orch ensemble drone geige violine streicher bratsche cuerdas cordas corde cordes archi violon violoncelle "
            + "violonchelo chelo violoncelo violoncello violino violini nappe padshop tremolostrings flache colchon viole"),
        (NameSense.Noun, Role.Keys, "key keys keyb keyboard kbd kybd kys piano pno pianos pianoforte epiano epno electricpiano rhodes rhds organ orgn wurli wurly wurlitzer clav clavi clavinet hammond harpsichord celesta vibes vibraphone marimba "
            + "xylophone glockenspiel glock accordion mellotron klavier flugel orgel tasten akkordeon teclado teclas organo orgao orgue clavier tastiera tastiere fisarmonica acordeon sanfona accordeon clavecin ezkeys keyscape pianoteq dx7 cembalo "
            + "kalimba harmonium melodica grandpiano steinway bechstein kirchenorgel bosendorfer celeste"),
        (NameSense.Noun, Role.Brass, "brass sax saxes saxophon saxophone horn hrn hrns trumpet tpt trp trombone tbn tbone trb tuba euphonium flugelhorn flute flt piccolo clarinet clar oboe bassoon bsn winds woodwind recorder harmonica saxofon saxo saxofone "
            + "sassofono blaser blechblaser blaeser trompete posaune floete flote klarinette mundharmonika trompeta trombon metales vientos flauta clarinete trompette cuivres clarinette metais sopros tromba ottoni fiati flauto clarinetto "
            + "bagpipe waldhorn waldhorner querflote holzblaser brasssynth armonica bassbone blockflote altsaxophon tenorsax tenorsaxophon trombe flauti fagott corno corni"),
        (NameSense.Noun, Role.LeadSynth, "synth syn synthesizer synthlead leadsynth arp arps arpeggio arpeggiator pluck supersaw theremin chiptune stab sequencer synthe synthie sintetizador sintetizzatore retrologue squarelead"),

        // Sounds and places.
        (NameSense.Noun, Role.Effects, "fx sfx efx effect riser uplifter upsweep downlifter downsweep sweep impact whoosh foley glitch downer vinyl transition stinger braam effekt effekte gerausch gerausche efecto efectos efeitos effetti efeito effetto "
            + "effets bruitage bruitages"),
        (NameSense.Noun, Role.Ambience, "crowd audience atmos atmo atmosphere traffic rain birds publikum publico pubblico applause applaus"),

        // What counts where no instrument is named.
        (NameSense.Otherwise, Role.Bass, "sub 808 upright moogbass"),
        (NameSense.Otherwise, Role.RhythmGuitar, "acoustic acou acous electric elec akustik elektrik acustica electrica rhythm rhy rhythmus rythmique ritmica crunch chug slide nylonstring"),
        (NameSense.Otherwise, Role.DrumBus, "beat loop break breaks tops battery groove"),
        (NameSense.Otherwise, Role.LeadSynth, "melody melodie melodia moog saw sequence seq hook"),
        (NameSense.Otherwise, Role.Keys, "b3 c3 chord"),
        (NameSense.Otherwise, Role.Percussion, "bell glocke campana"),
        (NameSense.Otherwise, Role.BackingVocals, "tenor sopran soprano alto baritone"),
        (NameSense.Otherwise, Role.Speech, "boom dx"),
        (NameSense.Otherwise, Role.Effects, "noise noises scratch hit hits drop texture textures ruido rauschen bruit rumore"),
        (NameSense.Otherwise, Role.Music, "music mx bgm underscore score soundtrack jingle musicbed musik musica musique"),
        (NameSense.Otherwise, Role.Ambience, "amb stadtatmo ambience ambiance ambient ambiente ambients wind nature"),
        (NameSense.Otherwise, Role.ReverbReturn, "return rtn"),
        (NameSense.Otherwise, Role.MixBus, "mix master mezcla summe somma"),
        (NameSense.Alone, Role.Kick, "kd foot kin kout"),
        (NameSense.Alone, Role.Snare, "cp rs"),
        (NameSense.Alone, Role.HiHat, "hht hho hhc charles charle"),
        (NameSense.Alone, Role.Toms, "ft rt lt mt ht floor rack"),
        (NameSense.Alone, Role.RhythmGuitar, "ag eg rg"),
        (NameSense.Alone, Role.LeadGuitar, "lg"),
        (NameSense.Alone, Role.Keys, "ep org pn"),
        (NameSense.Alone, Role.Brass, "tp fl"),
        (NameSense.AloneUncounted, Role.Music, "song"),
        (NameSense.AloneUncounted, Role.HiHat, "ch"),
        (NameSense.AloneUncounted, Role.Snare, "cc"),
        (NameSense.AloneUncounted, Role.Kick, "gc"),
        (NameSense.AloneUncounted, Role.Pads, "vc str"),
        (NameSense.AloneUncounted, Role.Overheads, "cy"),
        (NameSense.AloneUncounted, Role.DrumBus, "dr"),
        (NameSense.Room, Role.Other, "room rm rms roommic ambmic trash raum sala salle stanza"),
        (NameSense.Reversed, Role.Other, "reverse reversed reversing ruckwarts"),
        (NameSense.Space, Role.Effects, "rev"),
        (NameSense.Space, Role.Other, "hall plate echo chamber spring eco hallplatte plattenhall federhall hallfahne"),

        // An echo behind most things, and a way of playing the bass.
        (NameSense.Space, Role.Bass, "slap"),

        // What tells nothing of the role.
        (NameSense.Nothing, Role.Other, "left right mid side center centre stereo mono bus buss group grp gruppe grupo gruppo groupe folder stem submix aux send vca track trk audio midi channel chan take comp "
            + "edit new copy in inside out outside top bottom bot btm under up down dn upper lower lo low hi high close near far mic mik mike mikro mikrofon mikrofone microfono izq izquierda izquierdo der derecha derecho gauche droite sinistra destra sx esquerda direita esq dir dentro fuera fora sopra sotto arriba abajo cima dessus dessous dedans dehors innen aussen links rechts li re oben unten vorn vorne hinten di amp cab dry wet direct line trig trigger sample samp parallel crush comp compressed print printed "
            + "all the and del der die das el la le les de section verse vers chorus refrain intro outro bridge pre post spur pista piste traccia faixa canal kanal sat clean dist distorted open closed short long "
            + "fat big small wide xy ortf ms ab front rear version ver vers part instrument inst one two three nd rd th st smash bright dark warm heavy soft hard full live final fin raw mp wav stems"),
    ];

    /// <summary>Every known word with what it tells; where two lines hold a word the first counts.</summary>
    internal static IEnumerable<KeyValuePair<string, (NameSense Sense, Role Role)>> Words => Lines
        .SelectMany(line => line.Words.Split(' ').Select(word => KeyValuePair.Create(word, (line.Sense, line.Role))))
        .DistinctBy(pair => pair.Key);
}
