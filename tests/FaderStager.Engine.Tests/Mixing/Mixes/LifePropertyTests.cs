using System.Text.Json.Nodes;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.States;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>Random sequences of what hosts and people do to tracks: load, copy, undo, activate, deactivate, remove, flag, order, move, play.</summary>
public sealed class LifePropertyTests
{
    private const int Sequences = 3_000;
    private const int Steps = 24;

    [Test]
    public void Sequence_OfAnyActs_LeavesOneFocalOrALineThatSaysWhyNot()
    {
        for (int seed = 0; seed < Sequences; seed++)
        {
            using Life life = new(seed);
            for (int step = 0; step < Steps; step++)
            {
                life.Act();
                if (life.Fault() is { } fault)
                {
                    Assert.Fail($"seed {seed}: {fault}\n{string.Join('\n', life.Log)}");
                }
            }
        }
    }

    [Test]
    public void Sequence_OverSeveralMixesAndProjects_KeepsIdentitiesAndOneFocalInEach()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            using Session session = new();
            List<TrackInstance> tracks = [];
            List<byte[]> saved = [];
            for (int step = 0; step < 40; step++)
            {
                TrackInstance? any = tracks.Count == 0 ? null : tracks[random.Next(tracks.Count)];
                switch (any is null ? 0 : random.Next(10))
                {
                    case 0:
                        tracks.Add(new TrackInstance(session.Coordinator) { Project = random.Next(3), Group = (MixGroup)random.Next(2) });
                        Session.Prepare(tracks[^1]);
                        break;
                    case 1:
                        saved.Add(any!.SaveState());
                        break;
                    case 2 when saved.Count > 0:
                        tracks.Add(new TrackInstance(session.Coordinator) { Project = random.Next(3) });
                        tracks[^1].LoadState(saved[random.Next(saved.Count)]);
                        Session.Prepare(tracks[^1]);
                        break;
                    case 3 when saved.Count > 0:
                        any!.LoadState(saved[random.Next(saved.Count)]);
                        break;
                    case 4:
                        any!.Group = (MixGroup)random.Next(2);
                        break;
                    case 5:
                        any!.Project = random.Next(3);
                        break;
                    case 6:
                        any!.Deactivate();
                        break;
                    case 7:
                        Session.Prepare(any!);
                        break;
                    case 8 when tracks.Count > 2:
                        any!.Dispose();
                        tracks.Remove(any);
                        break;
                    default:
                        any!.IsFocal = true;
                        any.Mix.Edit(settings => settings with { ToleranceLu = random.Next(1, 6) });
                        break;
                }

                session.Coordinator.Refresh();
                foreach (IGrouping<Mix, TrackInstance> mix in tracks.GroupBy(track => track.Mix))
                {
                    Assert.That(mix.Count(track => track.IsFocal), Is.LessThanOrEqualTo(1), $"seed {seed}, step {step}");
                    Assert.That(mix.Select(track => track.Id), Is.Unique, $"seed {seed}, step {step}");
                    Assert.That(mix.Key.State.Snapshot.Tracks.Select(track => track.Id), Is.EquivalentTo(mix.Select(track => track.Id)), $"seed {seed}, step {step}");
                    Assert.That(mix.Select(track => TrackState.Read(track.SaveState(), out _).Mix.Revision), Is.All.EqualTo(mix.Key.Settings.Revision), $"seed {seed}, step {step}");
                }
            }
        }
    }

    /// <summary>One project and those who work on it.</summary>
    private sealed class Life(int seed) : IDisposable
    {
        private readonly Random _random = new(seed);
        private readonly Session _session = new();
        private readonly List<TrackInstance> _tracks = [];
        private readonly List<(TrackInstance Of, byte[] Bytes)> _saved = [];
        private readonly HashSet<TrackInstance> _prepared = [];
        private readonly HashSet<Guid> _everHere = [];
        private bool _hadFocal;
        private bool _isUnflagged;

        public List<string> Log { get; } = [];

        public void Act()
        {
            int act = _tracks.Count < 2 ? 0 : _random.Next(13);
            switch (act)
            {
                case 0:
                    TrackInstance made = new(_session.Coordinator) { Name = $"T{Log.Count}" };
                    _tracks.Add(made);
                    Prepare(made);
                    Say("insert", made);
                    break;
                case 1 or 2:
                    TrackInstance saver = Any();
                    _saved.Add((saver, saver.SaveState()));
                    Say("save", saver);
                    break;
                case 3 or 4 when _saved.Count > 0:
                    Load(new TrackInstance(_session.Coordinator), AnySaved(), isNew: true);
                    break;
                case 5 when _saved.Count > 0:
                    Load(Any(), AnySaved(), isNew: false);
                    break;
                case 6 when _saved.Exists(saved => _tracks.Contains(saved.Of)):
                    (TrackInstance of, byte[] bytes) = _saved.FindLast(saved => _tracks.Contains(saved.Of));
                    Say("undo", of);
                    LoadInto(of, bytes);
                    break;
                case 7:
                    TrackInstance off = Any();
                    off.Deactivate();
                    _prepared.Remove(off);
                    Say("deactivate", off);
                    break;
                case 8:
                    TrackInstance on = Any();
                    Prepare(on);
                    Say("activate", on);
                    break;
                case 9:
                    TrackInstance gone = Any();
                    Say("remove", gone);
                    _tracks.Remove(gone);
                    _prepared.Remove(gone);
                    gone.Dispose();
                    break;
                case 10:
                    TrackInstance flagged = Any();
                    bool isFlag = _random.Next(5) > 0;
                    _isUnflagged = !isFlag && flagged.IsFocal ? true : !isFlag && _isUnflagged;
                    flagged.IsFocal = isFlag;
                    Say(isFlag ? "flag" : "unflag", flagged);
                    break;
                case 11:
                    TrackInstance first = Any();
                    TrackInstance second = Any();
                    _session.Mix.Edit(settings => settings with { Order = [first.Id, second.Id], ToleranceLu = 1 + _random.Next(5) });
                    Say("order", first);
                    break;
                default:
                    _session.Time.Advance(TimeSpan.FromSeconds(1));
                    Say("turn", Any());
                    break;
            }

            _session.Coordinator.Refresh();
            _everHere.UnionWith(_session.Snapshot.Tracks.Select(track => track.Id));
        }

        /// <summary>What is wrong now, or null.</summary>
        public string? Fault()
        {
            MixSnapshot mix = _session.Snapshot;
            TrackInstance[] members = [.. _tracks.Where(track => track.Number > 0)];
            if (members.DistinctBy(track => track.Id).Count() != members.Length)
            {
                return "two tracks have one identity";
            }

            int focals = members.Count(track => track.IsFocal);
            if (focals > 1)
            {
                return $"{focals} tracks are focal";
            }

            if (focals == 1)
            {
                (_hadFocal, _isUnflagged) = (true, false);
            }
            else if (_hadFocal && mix.Tracks.Length > 0 && !_isUnflagged && !_session.Mix.State.Advice.Headline.Contains("which was it", StringComparison.Ordinal))
            {
                return $"the focal was lost in silence: {_session.Mix.State.Advice.Headline}";
            }

            if (mix.Tracks.Length == 0)
            {
                _hadFocal = false;
            }

            return _session.Mix.Settings.Order is { IsEmpty: false } order && !order.Any(id => members.Any(track => track.Id == id)) && order.Any(_everHere.Contains)
                && mix.Tracks.Length > 0
                ? "an order that names nobody"
                : null;
        }

        public void Dispose() => _session.Dispose();

        private TrackInstance Any() => _tracks[_random.Next(_tracks.Count)];

        private (TrackInstance Of, byte[] Bytes) AnySaved() => _saved[_random.Next(_saved.Count)];

        private void Load(TrackInstance into, (TrackInstance Of, byte[] Bytes) saved, bool isNew)
        {
            bool isBefore = _random.Next(2) == 0;
            if (isNew)
            {
                _tracks.Add(into);
            }

            Say($"{(isNew ? "load new" : "load into")} {JsonNode.Parse(saved.Bytes)!["id"]} focal {JsonNode.Parse(saved.Bytes)!["focal"]} before {isBefore}", into);
            if (isBefore)
            {
                LoadInto(into, saved.Bytes);
            }

            Prepare(into);
            if (!isBefore)
            {
                LoadInto(into, saved.Bytes);
            }
        }

        // An undo to bytes of a mix without a focal takes the flag away as a person would.
        private void LoadInto(TrackInstance track, byte[] bytes)
        {
            JsonNode state = JsonNode.Parse(bytes)!;
            _isUnflagged |= track.IsFocal && !state["focal"]!.GetValue<bool>() && state["id"]!.GetValue<string>() == track.Id.ToString();
            track.LoadState(bytes);
        }

        private void Prepare(TrackInstance track)
        {
            Session.Prepare(track);
            _prepared.Add(track);
        }

        private void Say(string what, TrackInstance track) => Log.Add($"{Log.Count}: {what} {_tracks.IndexOf(track)} ({track.Id}, focal {track.IsFocal})");
    }
}
