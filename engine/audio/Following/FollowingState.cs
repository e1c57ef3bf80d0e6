namespace FaderStager.Audio.Following;

/// <summary>Says how well the song is followed, from what the blocks brought.</summary>
/// <remarks>[audio] writes, [any] reads.</remarks>
internal sealed class FollowingState
{
    private readonly double _sampleRateHz;
    private double _stoodFrames;
    private double _unfollowedFrames;
    private double _publishedUnfollowedFrames;
    private bool _hasFiled;
    private int _state;

    /// <summary>The state of a song that stands.</summary>
    /// <param name="sampleRateHz">Frames of audio a second: what is not followed for that long is said.</param>
    /// <remarks>[setup]</remarks>
    public FollowingState(double sampleRateHz) => _sampleRateHz = sampleRateHz;

    /// <summary>How well the song is followed.</summary>
    /// <remarks>[any]</remarks>
    public SongFollowing Following => (SongFollowing)Volatile.Read(ref _state);

    /// <summary>Seconds of audio that the song has rolled without a slot, so far; 0 where it does not roll.</summary>
    /// <remarks>[any]</remarks>
    public double UnfollowedSeconds => Volatile.Read(ref _publishedUnfollowedFrames) / _sampleRateHz;

    /// <summary>A slot was filed.</summary>
    /// <remarks>[audio]</remarks>
    public void Filed()
    {
        _hasFiled = true;
        _unfollowedFrames = 0;
    }

    /// <summary>A block in which the song rolled.</summary>
    /// <param name="hasMoved">Whether its position is another than that of the block before.</param>
    /// <param name="frames">Its frames.</param>
    /// <remarks>[audio]</remarks>
    public void Roll(bool hasMoved, int frames)
    {
        _stoodFrames = hasMoved ? 0 : _stoodFrames + frames;
        _unfollowedFrames += frames;
        Publish(
            _unfollowedFrames < _sampleRateHz ? (_hasFiled ? SongFollowing.Following : SongFollowing.Starting)
            : _stoodFrames >= _sampleRateHz ? SongFollowing.PositionStands
            : SongFollowing.PositionJumps);
    }

    /// <summary>The piece of a block that goes on where the piece before ended.</summary>
    /// <param name="frames">Its frames.</param>
    /// <param name="isRolling">Whether the song rolls.</param>
    /// <remarks>[audio]</remarks>
    public void GoOn(int frames, bool isRolling)
    {
        _stoodFrames += _stoodFrames > 0 ? frames : 0;
        _unfollowedFrames += isRolling ? frames : 0;
    }

    /// <summary>A block in which the song did not roll, or had no place.</summary>
    /// <param name="state">What that is called.</param>
    /// <remarks>[audio]</remarks>
    public void Rest(SongFollowing state)
    {
        _hasFiled = false;
        _stoodFrames = 0;
        _unfollowedFrames = 0;
        Publish(state);
    }

    private void Publish(SongFollowing state)
    {
        Volatile.Write(ref _state, (int)state);
        Volatile.Write(ref _publishedUnfollowedFrames, _unfollowedFrames);
    }
}
