using System.Buffers;
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
        int[] order = ArrayPool<int>.Shared.Rent(snapshot.Tracks.Length);
        int count = Order(frame, order);
        for (int place = 0; place < count; place++)
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

        while (steps.Count > count)
        {
            steps.RemoveAt(steps.Count - 1);
        }

        ArrayPool<int>.Shared.Return(order);
    }

    // The indices of the tracks whose hints carry a step, by step; tracks of one step as they stand in the mix.
    private static int Order(RefreshFrame frame, Span<int> order)
    {
        int count = 0;
        for (int index = 0; index < frame.Snapshot.Tracks.Length; index++)
        {
            int step = frame.State.Advice.Hints[index].Step;
            if (step <= 0)
            {
                continue;
            }

            int at = count++;
            while (at > 0 && frame.State.Advice.Hints[order[at - 1]].Step > step)
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = index;
        }

        return count;
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
