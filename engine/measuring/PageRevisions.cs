namespace FaderStager.Measuring;

/// <summary>Which slots something was worked out from: those of a page, and of the page before, from which windows reach in.</summary>
/// <remarks>[worker]</remarks>
internal struct PageRevisions
{
    private long _page;
    private long _before;

    /// <summary>Of nothing yet.</summary>
    public PageRevisions() => Forget();

    /// <summary>Takes down how both pages stand.</summary>
    /// <param name="page">The page.</param>
    /// <param name="before">The page before, or null.</param>
    /// <returns>Whether either changed since the last call.</returns>
    public bool Follow(SlotPage page, SlotPage? before)
    {
        (long own, long other) = (page.Revision, before?.Revision ?? 0);
        bool isOther = own != _page || other != _before;
        (_page, _before) = (own, other);
        return isOther;
    }

    /// <summary>The next call finds a change.</summary>
    public void Forget() => (_page, _before) = (-1, -1);
}
