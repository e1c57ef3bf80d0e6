using FaderStager.Measuring;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Texts;

/// <summary>What each figure and control means, for tooltips and for the help text of screen readers.</summary>
/// <remarks>[any]</remarks>
public static class Definitions
{
    /// <summary>The focal flag.</summary>
    public const string Focal = "The element the mix is built around, such as the lead vocal. Every other track is read against it; a mix has at most one.";

    /// <summary>The track's name.</summary>
    public const string TrackName = "The name of this track. Empty it to take the host's.";

    /// <summary>The role.</summary>
    public const string Role = "What this track is in the mix. The role decides its target in the profile and its place in the order of work.";

    /// <summary>The mix group.</summary>
    public const string Group = "Tracks of one letter make one mix. Give a second project that is open in the same host another letter.";

    /// <summary>The approach switch.</summary>
    public const string Approach = "How the mix is staged. Switching keeps the faders where they are.";

    /// <summary>Top-down.</summary>
    public const string TopDown = "All faders up at one level, hear the whole mix, then fix the largest imbalance first.";

    /// <summary>Bottom-up.</summary>
    public const string BottomUp = "All faders down, bring the focal to its anchor, then one track after another in order of importance, each set against the focal.";

    /// <summary>Where the fader is.</summary>
    public const string FaderPlace = "Which fader is staged: FaderStager's own, the DAW's confirmed by hand, or the DAW's with FaderStager behind it.";

    /// <summary>The plug-in fader.</summary>
    public const string PluginFader = "FaderStager's own gain is the fader; the DAW's faders stay at 0 dB. The reading is the loudness at the insert plus the fader.";

    /// <summary>The DAW's fader.</summary>
    public const string DawFader = "The audio passes untouched. Set the DAW's fader to the position shown, then confirm it here; the reading counts the position confirmed.";

    /// <summary>Post-fader.</summary>
    public const string PostFader = "FaderStager stands behind the DAW's fader: the reading already holds it, and hints are moves from where it is.";

    /// <summary>The host's fader.</summary>
    public const string HostFader = "FaderStager reads the channel's own fader and moves it when you apply a hint, in hosts that let it (REAPER, Studio One). The reading is the loudness at the insert plus that fader.";

    /// <summary>The host's fader where there is none to be had.</summary>
    public const string HostFaderMissing = "This host gives no access to its faders: it is as with the DAW fader, set by hand and confirmed here. Choose another place, or open the project in a host that gives access.";

    /// <summary>The checklist.</summary>
    public const string DawChecklist = "Positions that wait for you: set them in the DAW, then confirm. Readings count a position only once it is confirmed.";

    /// <summary>Confirming one line of the checklist.</summary>
    public const string ConfirmLine = "You have set this fader in the DAW: it counts from here on.";

    /// <summary>Confirming all lines of the checklist.</summary>
    public const string ConfirmAll = "You have set all of these faders in the DAW: they count from here on.";

    /// <summary>Copying the checklist.</summary>
    public const string CopyChecklist = "Copies the list, one track a line.";

    /// <summary>Handing the staging over.</summary>
    public const string HandOver = "Brings the staging of all plug-in faders to the DAW's own: moved where the host gives access to its faders, and otherwise as a list to set by hand. One undo takes it back.";

    /// <summary>The target profile.</summary>
    public const string Profile = "The kind of mix: where each role belongs against the focal, in LU, with the source of each number.";

    /// <summary>The reading and the song mark.</summary>
    public const string Reading = "Loudness against the focal in LU, over the parts of the song where both sound, faders counted. 0 LU = as loud as the focal.";

    /// <summary>The live needle.</summary>
    public const string Live = "The same over the last 3 seconds, while the song plays.";

    /// <summary>The target and its zone.</summary>
    public const string Target = "Where the track belongs against the focal: the profile's number for its role plus your own offset. The zone is the tolerance about it.";

    /// <summary>The suggested move.</summary>
    public const string Move = "The fader move that brings the reading to the target, in steps of 0.1 dB. Nothing moves by itself.";

    /// <summary>The absolute fader position.</summary>
    public const string Position = "The fader position that the move leads to. The mark beside the fader shows it.";

    /// <summary>The fader.</summary>
    public const string Fader = "The staging fader. Drag it, use the arrow keys, or type a position in dB; \"down\" closes it.";

    /// <summary>The confidence.</summary>
    public const string Confidence = "How sure the reading is, by the time track and focal were heard together: under 3 s listening, under 10 s rough, then steady. The ± is its spread over the song.";

    /// <summary>Integrated loudness.</summary>
    public const string Integrated = "Integrated loudness of this track at its insert, before the fader (ITU-R BS.1770, gated).";

    /// <summary>Loudness range.</summary>
    public const string LoudnessRange = "How much the loudness of the track varies over the song (EBU Tech 3342).";

    /// <summary>True peak.</summary>
    public const string TruePeak = "Highest peak between the samples, at the insert, before the fader.";

    /// <summary>Time heard.</summary>
    public const string Heard = "How much of the song was heard with signal above the gate.";

    /// <summary>Focal against the rest.</summary>
    public const string Balance = "Loudness of the focal minus the energy sum of all other tracks, faders counted, while the focal sounds. With FaderStager on the mix bus it is measured once the song was heard since the last fader move, otherwise estimated.";

    /// <summary>Headroom.</summary>
    public const string Headroom = "Room between the predicted peak of the mix bus and 0 dBFS, for tracks that peak independently of one another; with FaderStager on the mix bus from what it measured, moved with the faders.";

    /// <summary>The headroom command.</summary>
    public const string MakeRoom = "Lowers every fader by the same amount, so that the mix bus peaks at −6 dBFS. The balance stays.";

    /// <summary>Apply.</summary>
    public const string Apply = "Moves the fader to the suggested position. Undo takes it back. Post-fader: you have moved the DAW's fader as asked, and what was measured moves with it.";

    /// <summary>Confirming the DAW's fader.</summary>
    public const string Confirm = "Set the DAW's fader to the position shown, then press: FaderStager counts it from here on.";

    /// <summary>Keep.</summary>
    public const string Keep = "Makes the present reading the target of this track against this focal: it is right as it is. Undo takes it back.";

    /// <summary>A voice.</summary>
    public const string Voice = "What is heard as one element: its tracks are judged as one and move alike. A name typed here pins the voice; Right and Left open and close it.";

    /// <summary>Join.</summary>
    public const string JoinVoice = "Makes one voice of this row and the one above, whatever their names say. Undo takes it back.";

    /// <summary>Split.</summary>
    public const string SplitVoice = "Takes this track out of its voice, or the voice apart: each track is judged by itself then. Undo takes it back.";

    /// <summary>Lead forward.</summary>
    public const string Forward = "How far forward or back your faders have the lead. Taken, all places move by it, and it is kept with the mix.";

    /// <summary>Lead forward as a setting.</summary>
    public const string ForwardSetting = "How far forward (above 0) or back the lead stands against the profile, in LU: all places move by it. 0 is the profile's own; empty it, and what your faders say is offered again.";

    /// <summary>Lower start.</summary>
    public const string LowerStart = "Starts everything lower, so that every fader reaches its place and no clip needs a trim. The balance stays.";

    /// <summary>The profile follows the focal.</summary>
    public const string FollowsFocal = "Until you choose a profile it follows the focal: pop around a voice, instrumental around an instrument.";

    /// <summary>Apply all.</summary>
    public const string ApplyAll = "First shows on every row where its fader would go; the second press moves them. One undo takes all back.";

    /// <summary>Undo.</summary>
    public const string Undo = "Takes the last command back: fader moves a whole batch at once, a kept target, another place of the fader. What was set by hand in the DAW is asked for again.";

    /// <summary>The two pictures.</summary>
    public const string Pictures = "Two pictures of all faders. Switching keeps the present one and goes to the other, equally loud unless you have switched that off.";

    /// <summary>Saving the balance.</summary>
    public const string SaveProfile = "Saves where each role stands against the focal, with the faders as they are, as a profile of your own. What you keep by this name is replaced only if you say so.";

    /// <summary>Equal loudness of the pictures.</summary>
    public const string EquallyLoud = "Switching between A and B plays the one gone to as loud as the one before, by a gain behind the faders. No fader, export or offline render has it.";

    /// <summary>The gain that plays.</summary>
    public const string Match = "The gain behind all faders that makes A and B equally loud. Press to hear them as loud as their faders stand.";

    /// <summary>Blind comparison.</summary>
    public const string Blind = "Hides which picture is A and which is B, and lets chance say which one you hear first. Listen, then ask which it was.";

    /// <summary>Reset.</summary>
    public const string Reset = "Forgets what was heard of all tracks. Faders, targets and settings stay.";

    /// <summary>Export.</summary>
    public const string Export = "Writes the table as a file: CSV for a spreadsheet, HTML for a browser.";

    /// <summary>The Levels view.</summary>
    public const string Levels = "Step 0: the level into each track's plug-ins, and the trims before any fader.";

    /// <summary>VU.</summary>
    public const string Vu = "Bar: where a VU meter mostly stands while the track sounds. Needle: now. Outline: behind the trim. Square: highest peak, filled where clipped. Line: 0 VU.";

    /// <summary>RMS.</summary>
    public const string Rms = "RMS while the track sounds, pauses left out.";

    /// <summary>Clipped.</summary>
    public const string Clipped = "Runs of samples at full scale as they came in. No trim mends them; what is over full scale in float is whole.";

    /// <summary>Trim.</summary>
    public const string Trim = "FaderStager's own trim, in front of all this instance does: -36 to +36 dB. Insert it first for that. The staged fader moves the other way, so the balance stays.";

    /// <summary>Take the trims.</summary>
    public const string TakeTrims = "Sets the trims of all FaderStagers that stand first on their tracks. One undo takes all back.";

    /// <summary>The rest of the trims.</summary>
    public const string RestOfTrims = "Trims to make in the DAW, a line each, to be copied.";

    /// <summary>Working level.</summary>
    public const string WorkingLevel = "The RMS that 0 VU stands for: -18 dBFS, or -20, -16, -14, -12 or any other. For the whole mix.";

    /// <summary>Pair.</summary>
    public const string Pair = "The FaderStager behind this one on the same track, where the host does not tell: its fader is staged, this one trims.";

    /// <summary>In the mix.</summary>
    public const string InMix = "Whether the track counts. Take a bus out whose tracks are in the table already.";

    /// <summary>Bypass.</summary>
    public const string Bypass = "Stops the plug-in fader; measuring goes on.";

    /// <summary>The sort.</summary>
    public const string Sort = "By importance: the order of work, which you may change by dragging rows. By deviation: the track farthest from its target first.";

    /// <summary>The uniform start.</summary>
    public const string Start = "Brings all faders to one level, where top-down begins to listen.";

    /// <summary>All down.</summary>
    public const string AllDown = "Brings all faders down, where bottom-up begins.";

    /// <summary>The anchor.</summary>
    public const string Anchor = "The level that bottom-up brings the focal to: integrated loudness in LUFS, or RMS in dBFS.";

    /// <summary>The tolerance.</summary>
    public const string Tolerance = "How far from its target a track still counts as in place. Without your own number the profile's counts, role by role.";

    /// <summary>The fader top.</summary>
    public const string FaderTop = "Highest position of the DAW's faders. No hint asks for more: a track that needs it is trimmed first.";

    /// <summary>The weighting.</summary>
    public const string Weighting = "How relative readings weigh frequencies: K as in ITU-R BS.1770, or the stronger shelf that Pestana and others propose for single tracks.";

    /// <summary>The lines of the first run.</summary>
    public const string FirstRun = "Puts these lines away for good. They go by themselves once all three are done.";

    /// <summary>The song lane.</summary>
    public const string SongLane = "The selected voice against the focal over the song. Drag over a part to let it count.";

    /// <summary>The ride list.</summary>
    public const string Rides = "Where one fader cannot be right: stretches of 2 s or more beyond the tolerance once the fader is right for what counts, the one that hurts most first.";

    /// <summary>A ride's time.</summary>
    public const string CopyTime = "Copies where the stretch starts, to be pasted where your DAW takes a time.";

    /// <summary>A section's name.</summary>
    public const string SectionName = "The section where the song is, or where the part you chose starts. Type a name: all sections of its letter get it. Nothing takes the name away.";

    /// <summary>The text about FaderStager.</summary>
    public const string About = "Which FaderStager this is and what it sees: the first thing to say when something is wrong.";

    /// <summary>The command that copies it.</summary>
    public const string CopyAbout = "Copies these lines, to be pasted into a report of a problem. They hold no path and no track's name.";

    /// <summary>The folder of profiles.</summary>
    public const string ProfileFolder = "Opens the folder where your own target profiles are; one put there is in the list once the profiles are read again.";

    /// <summary>Reading the profiles again.</summary>
    public const string ReadProfiles = "Reads your own target profiles again, after you put one into their folder or changed one.";

    /// <summary>The folder of the log.</summary>
    public const string LogFolder = "Opens the folder of the log, where FaderStager writes why something did not work.";
}
