using System.Collections.ObjectModel;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Presentation.Approaches;

/// <summary>Keeps a list of steps true without rebuilding it: steps of tracks that stay are the same objects.</summary>
/// <remarks>[ui]</remarks>
internal static class StepList
{
    /// <summary>Brings the list in line with the tracks whose hints carry a step, in the order of their steps.</summary>
    public static void Sync(ObservableCollection<StepViewModel> steps, EditorActions actions, RefreshFrame frame)
    {
        MixSnapshot snapshot = frame.Snapshot;
        int[] order =
        [
            .. Enumerable.Range(0, snapshot.Tracks.Length)
                .Where(index => frame.State.Advice.Hints[index].Step > 0)
                .OrderBy(index => frame.State.Advice.Hints[index].Step),
        ];
        for (int place = 0; place < order.Length; place++)
        {
            TrackReading reading = snapshot.Tracks[order[place]];
            Hint hint = frame.State.Advice.Hints[order[place]];
            int at = Find(steps, reading.Id, place);
            if (at < 0)
            {
                steps.Insert(place, new StepViewModel(actions, reading.Id));
            }
            else if (at != place)
            {
                steps.Move(at, place);
            }

            steps[place].Refresh(reading, hint);
        }

        while (steps.Count > order.Length)
        {
            steps.RemoveAt(steps.Count - 1);
        }
    }

    private static int Find(ObservableCollection<StepViewModel> steps, Guid id, int from)
    {
        for (int i = from; i < steps.Count; i++)
        {
            if (steps[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
