using FaderStager.Rehearsal.Demo;
using FaderStager.Rehearsal.Stems;
var sw = System.Diagnostics.Stopwatch.StartNew();
var stems = DemoSession.Play();
Console.WriteLine(sw.ElapsedMilliseconds);
Directory.CreateDirectory(args[0]);
foreach (var s in stems) { using var w = new WavWriter(File.Create(Path.Combine(args[0], s.Name + ".wav")), s.SampleRateHz, s.Channels.Count); w.Write(s.Channels[0], s.Channels[^1]); }
return 0;
