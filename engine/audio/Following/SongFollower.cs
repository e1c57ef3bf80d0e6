using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Audio.Following;

/// <summary>Follows the song from block to block: where it is, how fast it runs against the audio, and whether it can be followed.</summary>
/// <remarks>
/// [audio] The position decides: the clock is never left more than 1 ms off it. Up to 2.5 frames of difference change nothing, so
/// that a position that is rounded or wavers gives the same slots as one that does not. The ratio (song frames a frame of audio) is
/// the slope between positions up to 250 ms apart. A ratio that one block alone speaks for is uncertain: no slot ends on its word.
/// </remarks>
internal sealed class SongFollower
{
    /// <summary>Ratios beyond these are jumps. A slot at the lowest takes half a second of audio.</summary>
    public const double LowestRatio = 0.2;

    /// <inheritdoc cref="LowestRatio"/>
    public const double HighestRatio = 5;

    private const double WaverFrames = 2.5;

    /// <summary>Two positions that waver by 2 frames each, and one frame of rounding.</summary>
    private const double SlopeFrames = 5;

    /// <summary>Blocks that must bear out a new ratio.</summary>
    private const int Witnesses = 2;

    /// <summary>Jumps on end after which a host that plays must show a position that follows on before a run begins.</summary>
    private const int PatientJumps = 3;

    private readonly double _sampleRateHz;
    private readonly double _toleranceFrames;
    private readonly double _learningFrames;
    private readonly double _memoryFrames;
    private readonly double _patienceFrames;

    private bool _hasLast;
    private bool _isRun;
    private bool _wasRolling;
    private bool _flagWorks;
    private int _jumps;
    private int _witnesses;
    private bool _countsInRateHz;
    private double _lastPosition;
    private double _lastSong;
    private int _lastFrames;
    private double _expected;

    /// <summary>Frames that speak for the ratio, and the last ratio that was certain with those that spoke for it.</summary>
    private double _ratioFrames = double.PositiveInfinity;
    private double _certainRatio = 1;
    private double _certainFrames = double.PositiveInfinity;

    /// <summary>An older position and how many frames ago it was; half of them after it, the next one to be the older position.</summary>
    private double _anchorSong;
    private double _anchorFrames;
    private double _laterSong;
    private double _laterFrames;

    private double _steadyFrames;

    /// <summary>A follower that has heard nothing.</summary>
    /// <param name="sampleRateHz">Frames of audio a second, as prepared.</param>
    /// <remarks>[setup]</remarks>
    public SongFollower(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        _toleranceFrames = sampleRateHz * 0.001;
        _learningFrames = sampleRateHz * 0.02;
        _memoryFrames = sampleRateHz * 0.25;
        _patienceFrames = sampleRateHz;
        State = new FollowingState(sampleRateHz);
    }

    /// <summary>How well the song is followed.</summary>
    public FollowingState State { get; }

    /// <summary>Where the block's first frame stands, in frames of the prepared rate.</summary>
    public double Song { get; private set; }

    /// <summary>Song frames a frame of audio.</summary>
    public double Ratio { get; private set; } = 1;

    /// <summary>Whether more than one block speaks for the ratio. A run that begins trusts the ratio of the one before.</summary>
    public bool IsCertain { get; private set; } = true;

    /// <summary>Forgets where the song was; the ratio and what is known of the host's flag stay.</summary>
    /// <remarks>[audio]</remarks>
    public void Reset() => Forget(SongFollowing.Stopped);

    /// <summary>Takes a block's position.</summary>
    /// <param name="position">The position of its first frame.</param>
    /// <param name="frames">Its frames, at least 1.</param>
    /// <returns>What it asks of the meter.</returns>
    /// <remarks>[audio]</remarks>
    public SongStep Next(in SongPosition position, int frames)
    {
        if (position.GoesOn && _hasLast)
        {
            _expected += Ratio * frames;
            _lastFrames += frames;
            State.GoOn(frames, _isRun || _wasRolling);
            return _isRun ? SongStep.Go : SongStep.Rest;
        }

        double song = position.Frame * FramesOf(position);
        if (position.LacksPosition || Math.Abs(song) > SlotClock.FarthestFrame)
        {
            Forget(position.Transport == Transport.Stopped && position.LacksPosition ? SongFollowing.Stopped : SongFollowing.NoPosition);
            return SongStep.Rest;
        }

        bool hasMoved = _hasLast && song != _lastSong;

        // Where a stopped song is put before it rolls says nothing of its speed.
        bool isLocated = position.Transport == Transport.Rolling && !_wasRolling;
        SongStep step = Compare(song, isLocated);
        bool isRolling = IsRolling(position.Transport, step, song - _expected);
        step = !isRolling ? SongStep.Rest : !_isRun ? SongStep.Start : step;
        _isRun = isRolling;
        Song = song;
        _expected = (step == SongStep.Go ? _expected : song) + (Ratio * frames);
        _lastPosition = position.Frame;
        _lastSong = song;
        _lastFrames = frames;
        _hasLast = true;
        _wasRolling = position.Transport == Transport.Rolling;
        if (isRolling || _wasRolling || (position.Transport == Transport.Unknown && hasMoved))
        {
            State.Roll(hasMoved, frames);
        }
        else
        {
            State.Rest(position.Transport == Transport.Stopped && _steadyFrames >= _patienceFrames
                ? SongFollowing.AdvancesWhileStopped
                : SongFollowing.Stopped);
        }

        return step;
    }

    /// <summary>Song frames for one of the host's, by its rate: taken at its word once its positions advance by that rate and not by the blocks' frames.</summary>
    private double FramesOf(in SongPosition position)
    {
        if (position.RateHz is not (>= ProcessSetup.LowestSampleRateHz and <= ProcessSetup.HighestSampleRateHz))
        {
            return 1;
        }

        double rate = position.RateHz / _sampleRateHz;
        double advance = position.Frame - _lastPosition;
        if (_hasLast && Math.Abs(1 - rate) * _lastFrames > 2 * SlopeFrames)
        {
            _countsInRateHz = Math.Abs(advance - (rate * _lastFrames)) <= WaverFrames
                || (_countsInRateHz && Math.Abs(advance - _lastFrames) > WaverFrames);
        }

        return _countsInRateHz ? 1 / rate : 1;
    }

    /// <summary>Compares a position with the one that was expected, and learns the ratio.</summary>
    private SongStep Compare(double song, bool isLocated)
    {
        if (!_hasLast)
        {
            return Jump(song);
        }

        double error = Math.Abs(song - _expected);
        _anchorFrames += _lastFrames;
        _laterFrames += _lastFrames;
        if (error > WaverFrames && error > _toleranceFrames + (_lastFrames * SlopeFrames / _ratioFrames))
        {
            double slope = (song - _lastSong) / _lastFrames;
            return !isLocated && slope is >= LowestRatio and <= HighestRatio ? Turn(song, slope) : Jump(song);
        }

        bool isTelling = _lastFrames * SlopeFrames <= _toleranceFrames * _ratioFrames;
        _witnesses += isTelling ? 1 : 0;
        if (_anchorFrames < _learningFrames)
        {
            return error > WaverFrames ? SongStep.Correct : SongStep.Go;
        }

        double advance = song - _anchorSong;
        if (!(advance >= LowestRatio * _anchorFrames && advance <= HighestRatio * _anchorFrames))
        {
            _jumps = PatientJumps;
            return Jump(song);
        }

        bool isLearning = error > WaverFrames || !IsCertain;
        if (isLearning)
        {
            double ratio = advance / _anchorFrames;
            Ratio = Math.Abs(ratio - 1) <= SlopeFrames / _anchorFrames ? 1 : ratio;
            _ratioFrames = _anchorFrames;
            IsCertain |= _witnesses >= Witnesses;
            if (IsCertain)
            {
                (_certainRatio, _certainFrames) = (Ratio, _ratioFrames);
            }
        }

        SlideAnchor(song);
        return isLearning ? SongStep.Correct : SongStep.Go;
    }

    /// <summary>A jump says nothing against the last certain ratio.</summary>
    private SongStep Jump(double song)
    {
        Anchor(song);
        (Ratio, _ratioFrames) = (_certainRatio, _certainFrames);
        IsCertain = true;
        return SongStep.Start;
    }

    /// <summary>A single block speaks for another ratio. Where the block before spoke for another one still, it was a jump.</summary>
    private SongStep Turn(double song, double ratio)
    {
        SongStep step = IsCertain ? SongStep.Turn : SongStep.Start;
        Anchor(_lastSong);
        _anchorFrames = _lastFrames;
        _laterSong = song;
        Ratio = ratio;
        _ratioFrames = _lastFrames;
        _witnesses = 0;
        IsCertain = false;
        return step;
    }

    /// <summary>Keeps the older position at half to the whole of the memory's age.</summary>
    private void SlideAnchor(double song)
    {
        if (_anchorFrames >= _memoryFrames)
        {
            (_anchorSong, _anchorFrames) = (_laterSong, _laterFrames);
            (_laterSong, _laterFrames) = (song, 0);
        }
        else if (_laterSong == _anchorSong && _anchorFrames >= _memoryFrames / 2)
        {
            (_laterSong, _laterFrames) = (song, 0);
        }
    }

    private void Anchor(double song)
    {
        _anchorSong = song;
        _anchorFrames = 0;
        _laterSong = song;
        _laterFrames = 0;
    }

    /// <summary>Whether the song rolls in this block, as far as can be told.</summary>
    private bool IsRolling(Transport transport, SongStep step, double error)
    {
        // A block that could as well stand is no evidence.
        bool isFollowable = step is SongStep.Go or SongStep.Correct;
        bool isEvidence = isFollowable && (Math.Abs(error) < 0.5 * _lastFrames || _anchorFrames >= _learningFrames);
        _steadyFrames = isFollowable ? _steadyFrames + _lastFrames : 0;
        _jumps = isEvidence ? 0 : step == SongStep.Start && _jumps < PatientJumps ? _jumps + 1 : _jumps;
        switch (transport)
        {
            case Transport.Rolling:
                _jumps = _wasRolling ? _jumps : 0;
                _flagWorks = true;
                return _jumps < PatientJumps;
            case Transport.Unknown:
                return _isRun ? step != SongStep.Start : isEvidence;
            default:
                // A flag that was never seen set may be no flag at all: what advances with the audio for a second is a song.
                return !_flagWorks && _steadyFrames >= _patienceFrames;
        }
    }

    private void Forget(SongFollowing state)
    {
        _hasLast = false;
        _isRun = false;
        _wasRolling = false;
        _jumps = 0;
        _steadyFrames = 0;
        State.Rest(state);
    }
}
