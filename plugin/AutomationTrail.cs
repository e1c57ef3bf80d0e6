namespace FaderStager.Plugin;

/// <summary>Where the automation of one parameter went lately, to tell a controller's value that trails it from one that a hand or a flush set.</summary>
/// <remarks>[audio] Values are normalized. Hosts show their controllers any value between two points.</remarks>
internal struct AutomationTrail
{
    /// <summary>Hosts hand values on as floats.</summary>
    private const double Same = 1e-6;

    private long _framesLeft;
    private int _points;
    private double _before;
    private double _last;
    private double _least;
    private double _most;
    private double _waiting;

    /// <summary>Whether a controller's value waits for its turn.</summary>
    public readonly bool IsWaited => _framesLeft > 0 && !double.IsNaN(_waiting);

    /// <summary>A point of automation.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="before">The value before it.</param>
    /// <param name="frames">How long a controller may trail it.</param>
    public void Add(double value, double before, long frames)
    {
        if (_framesLeft == 0)
        {
            (_points, _before, _least, _most) = (0, before, Math.Min(value, before), Math.Max(value, before));
        }

        (_points, _last, _least, _most) = (_points + 1, value, Math.Min(value, _least), Math.Max(value, _most));
        (_framesLeft, _waiting) = (frames, double.NaN);
    }

    /// <summary>The next block.</summary>
    /// <param name="controller">The controller's value where it is new, else NaN.</param>
    /// <param name="frames">Frames since the last call.</param>
    /// <returns>The value that counts from now on, or null for none.</returns>
    public double? Next(double controller, int frames)
    {
        bool isNew = !double.IsNaN(controller);
        if (_framesLeft == 0)
        {
            return isNew ? controller : null;
        }

        _framesLeft = Math.Max(0, _framesLeft - frames);
        if (isNew && !IsOnTrail(controller))
        {
            _framesLeft = 0;
            return controller;
        }

        _waiting = isNew ? controller : _waiting;
        return _framesLeft > 0 || double.IsNaN(_waiting) ? null : _waiting;
    }

    /// <summary>What waits is out of date: a person or a state has spoken since.</summary>
    public void Forget() => _waiting = double.NaN;

    /// <summary>One point is a jump: a controller shows what was before or what is now. More are a ramp.</summary>
    private readonly bool IsOnTrail(double value) => _points == 1
        ? Math.Abs(value - _before) <= Same || Math.Abs(value - _last) <= Same
        : value >= _least - Same && value <= _most + Same;
}
