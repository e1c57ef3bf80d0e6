using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;

namespace FaderStager.Mixing.Mixes;

/// <summary>How the two pictures of a mix's faders are compared: equally loud, and without knowing which is which.</summary>
/// <remarks>Lives with the mix and is never saved. <see cref="Mix.SwitchPicture"/> goes from one picture to the other.</remarks>
public sealed class MixPictures
{
    private readonly Mix _mix;
    private readonly PictureGain _gain;
    private readonly Action<Action> _change;
    private volatile PictureMatch _match = PictureMatch.None;
    private volatile bool _isMatching = true;
    private volatile bool _isHidden;
    private volatile FaderPictureSlot _first;

    internal MixPictures(Mix mix, PictureGain gain, Action<Action> change) => (_mix, _gain, _change) = (mix, gain, change);

    /// <summary>Whether a switch makes both equally loud.</summary>
    /// <remarks>[any]</remarks>
    public bool IsMatching => _isMatching;

    /// <summary>What came of it at the last switch.</summary>
    /// <remarks>[any]</remarks>
    public PictureMatch Match => _match;

    /// <summary>The common gain in dB that plays now behind all faders, so that both pictures are equally loud; 0 = none.</summary>
    /// <remarks>[any] It is worked out at each switch, from what was heard of the song. What a host renders offline is without it.</remarks>
    public double GainDb => _gain.PlayedDb;

    /// <summary>Whether the letters are hidden from the person.</summary>
    /// <remarks>[any]</remarks>
    public bool IsHidden => _isHidden;

    /// <summary>The number of the active picture while the letters are hidden: 1 or 2.</summary>
    /// <remarks>[any]</remarks>
    public int Number => _mix.ActivePicture == _first ? 1 : 2;

    /// <summary>Says whether a switch makes both pictures equally loud. Switched off, the present one plays at once as its faders stand.</summary>
    /// <param name="isOn">Whether it does; on takes effect with the next switch.</param>
    /// <remarks>[ui]</remarks>
    public void MatchLoudness(bool isOn)
    {
        if (isOn != _isMatching)
        {
            _isMatching = isOn;
            _change(() => TakeUnderLock(isOn ? PictureMatch.None : new(PictureMatchKind.Off)));
        }
    }

    /// <summary>Hides which picture is which: from here on the active one is 1 and the other one 2.</summary>
    /// <param name="startsWithOther">Whether to go to the other picture first. Let chance say, and tell nobody.</param>
    /// <remarks>[ui]</remarks>
    public void Hide(bool startsWithOther)
    {
        if (_isHidden)
        {
            return;
        }

        if (startsWithOther)
        {
            _mix.SwitchPicture();
        }

        (_first, _isHidden) = (_mix.ActivePicture, true);
    }

    /// <summary>Shows again which picture is which.</summary>
    /// <remarks>[ui]</remarks>
    public void Show() => _isHidden = false;

    /// <summary>The other picture was gone to.</summary>
    /// <param name="match">What makes it as loud as the one before.</param>
    /// <param name="owed">What the worker has to work that out of, where a turn was under way; else null.</param>
    internal void TakeUnderLock(PictureMatch match, PicturePlan? owed = null)
    {
        _match = match;
        _gain.Owe(owed is null ? null : () => _match = owed.Solve());
        _gain.Set(match.GainDb, _mix.Roster.PresentUnderLock());
    }

    /// <summary>All tracks of another mix have come here, and its pictures with them.</summary>
    internal void TakeAlongUnderLock(MixPictures left)
    {
        IReadOnlyList<TrackMember> tracks = _mix.Roster.PresentUnderLock();
        (_match, _isMatching, _isHidden, _first) = (left._match, left._isMatching, left._isHidden, left._first);
        _gain.Set(left._gain.Db, tracks);
    }

    internal void ClearUnderLock()
    {
        (_match, _isHidden) = (PictureMatch.None, false);
        _gain.Set(0, []);
    }
}
