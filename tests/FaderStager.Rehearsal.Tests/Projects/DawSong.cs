using System.IO.Compression;
using System.Text;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>A session in DAWproject's format around the song, with all that a session has; and the same rendered by hand.</summary>
internal static class DawSong
{
    /// <summary>The project. 120 bpm: a beat is half a second.</summary>
    public const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Project version="1.0">
          <Application name="Bitwig Studio" version="5.3"/>
          <Transport>
            <Tempo max="666.000000" min="20.000000" unit="bpm" value="120.000000" id="id0" name="Tempo"/>
            <TimeSignature denominator="4" numerator="4" id="id1"/>
          </Transport>
          <Structure>
            <Track contentType="audio" loaded="true" id="t1" name="Lead Vocal" color="#a2eabf">
              <Channel audioChannels="2" destination="master" role="regular" solo="false" id="c1">
                <Devices>
                  <Vst3Plugin deviceName="Compressor" deviceRole="audioFX" name="Squeeze"><Enabled value="true" id="e1"/></Vst3Plugin>
                  <BuiltinDevice deviceName="EQ-5" deviceRole="audioFX" name="EQ-5"><Enabled value="false" id="e2"/></BuiltinDevice>
                </Devices>
                <Mute value="false" id="m1" name="Mute"/>
                <Pan max="1.000000" min="0.000000" unit="normalized" value="0.500000" id="p1" name="Pan"/>
                <Sends>
                  <Send destination="c8" type="post"><Volume max="1" min="0" unit="linear" value="0.25" id="s1"/></Send>
                </Sends>
                <Volume max="2.000000" min="0.000000" unit="linear" value="0.900000" id="v1" name="Volume"/>
              </Channel>
            </Track>
            <Track contentType="tracks" loaded="true" id="t2" name="Drums">
              <Channel audioChannels="2" destination="master" role="submix" id="c2">
                <Volume max="2.000000" min="0.000000" unit="linear" value="0.500000" id="v2"/>
              </Channel>
              <Track contentType="audio" id="t3" name="Kick">
                <Channel destination="c2" role="regular" id="c3"><Volume max="6" min="-inf" unit="decibel" value="1.5" id="v3"/></Channel>
              </Track>
              <Track contentType="audio" id="t4" name="Snare &quot;top&quot;">
                <Channel role="regular" id="c4"><Volume value='0.7' unit='linear' max='2' min='0' id='v4'/></Channel>
              </Track>
            </Track>
            <Track contentType="audio" id="t5" name="Bass">
              <Channel destination="master" role="regular" id="c5">
                <Sends>
                  <Send destination="c7" type="post"><Enable value="true"/><Volume max="1" min="0" unit="linear" value="0.5" id="s5"/></Send>
                  <Send destination="c8" type="post"><Enable value="false"/><Volume max="1" min="0" unit="linear" value="0" id="s6"/></Send>
                </Sends>
                <Volume max="2" min="0" unit="linear" value="0.3" id="v5"/>
              </Channel>
            </Track>
            <Track contentType="audio" id="t6" name="Keys">
              <Channel destination="master" role="regular" id="c6"><Volume max="2" min="0" unit="linear" value="1.1" id="v6"/></Channel>
            </Track>
            <Track contentType="audio" id="t9" name="Guitar">
              <Channel destination="master" role="regular" id="c9"><Mute value="true" id="m9"/><Volume max="2" min="0" unit="linear" value="1" id="v9"/></Channel>
            </Track>
            <Track contentType="notes" id="t10" name="Synth">
              <Channel destination="master" role="regular" id="c10"><Volume max="2" min="0" unit="linear" value="1" id="v10"/></Channel>
            </Track>
            <Track contentType="audio" id="t7" name="Parallel">
              <Channel destination="master" role="effect" id="c7"><Volume max="2" min="0" unit="linear" value="0.8" id="v7"/></Channel>
            </Track>
            <Track contentType="audio" id="t8" name="Hall">
              <Channel destination="master" role="effect" id="c8">
                <Devices><Vst3Plugin deviceName="Reverb" deviceRole="audioFX" name="Big Hall"/></Devices>
                <Volume max="2" min="0" unit="linear" value="1" id="v8"/>
              </Channel>
            </Track>
            <Track contentType="audio notes" id="t0" name="Master">
              <Channel role="master" id="master"><Volume max="2" min="0" unit="linear" value="1" id="v0"/></Channel>
            </Track>
          </Structure>
          <Arrangement id="a">
            <Lanes timeUnit="beats" id="l">
              <Lanes track="t1">
                <Clips>
                  <Clip time="2.0" duration="10.6" playStart="4.1" contentTimeUnit="beats" fadeTimeUnit="beats" fadeInTime="1.0" fadeOutTime="0.6">
                    <Warps contentTimeUnit="seconds" timeUnit="beats">
                      <Audio channels="1" duration="20.0" sampleRate="48000"><File path="audio/vox.wav"/></Audio>
                      <Warp time="0.0" contentTime="0.0"/>
                      <Warp time="40.0" contentTime="20.00003"/>
                    </Warps>
                  </Clip>
                  <Clip time="12.6" duration="15.4" playStart="18.6" contentTimeUnit="beats" fadeTimeUnit="beats" fadeInTime="-0.6">
                    <Audio channels="1" duration="20.0" sampleRate="48000"><File path="audio/vox.wav"/></Audio>
                  </Clip>
                  <Clip time="28" duration="4" enable="false"><Audio duration="20"><File path="audio/guitar.wav"/></Audio></Clip>
                </Clips>
              </Lanes>
              <Lanes track="t3" timeUnit="seconds">
                <Clips>
                  <Clip time="0" duration="14"><Audio channels="1" duration="20" sampleRate="48000"><File path="audio/kick.wav"/></Audio></Clip>
                </Clips>
              </Lanes>
              <Lanes track="t4">
                <Clips>
                  <Clip time="1" duration="14" playStart="1" loopStart="0" loopEnd="4" contentTimeUnit="beats">
                    <Clips>
                      <Clip time="0" duration="40" contentTimeUnit="seconds"><Audio channels="1" duration="20" sampleRate="48000"><File path="audio/snare.wav"/></Audio></Clip>
                    </Clips>
                  </Clip>
                </Clips>
              </Lanes>
              <Lanes track="t5">
                <Clips>
                  <Clip time="0" duration="28" contentTimeUnit="seconds" playStart="5" fadeTimeUnit="seconds" fadeOutTime="2"><Audio channels="2" duration="20" sampleRate="48000"><File path="audio/bass.wav"/></Audio></Clip>
                </Clips>
              </Lanes>
              <Lanes track="t6">
                <Clips>
                  <Clip time="4" duration="22" contentTimeUnit="beats" playStart="0">
                    <Clips>
                      <Clip time="0" duration="30" contentTimeUnit="beats" playStart="2.5"><Warps contentTimeUnit="seconds" timeUnit="beats"><Audio channels="2" duration="20" sampleRate="44100"><File path="audio/keys.wav"/></Audio><Warp time="0" contentTime="0"/><Warp time="40" contentTime="20"/></Warps></Clip>
                    </Clips>
                  </Clip>
                </Clips>
              </Lanes>
              <Lanes track="t9"><Clips><Clip time="0" duration="8"><Audio duration="20"><File path="audio/guitar.wav"/></Audio></Clip></Clips></Lanes>
              <Lanes track="t10"><Clips><Clip time="0" duration="8"><Notes><Note time="0" duration="1" channel="0" key="60" vel="1" rel="1"/></Notes></Clip></Clips></Lanes>
            </Lanes>
            <Markers timeUnit="beats"><Marker time="16" name="Chorus"/></Markers>
          </Arrangement>
        </Project>
        """;

    /// <summary>What each track brings to the master before its own fader, rendered by hand, and its fader.</summary>
    public static IReadOnlyList<(RenderedStem Stem, double Fader)> Render(SongMedia media)
    {
        RenderedStem snare = new RenderedStem(media, "Snare \"top\"", 48_000, 1, 7.5).Clip("snare.wav", 0.5, 1.5, 0.5, 0.5);
        for (double at = 2; at < 7.5; at += 2)
        {
            snare.Clip("snare.wav", at, Math.Min(2, 7.5 - at), 0, 0.5);
        }

        return
        [
            (new RenderedStem(media, "Lead Vocal", 48_000, 1, 14)
                .Clip("vox.wav", 1, 5.3, 2.05, gainAt: at => Math.Min(1, (at - 1) / 0.5) * Math.Min(1, (6.3 - at) / 0.3))
                .Clip("vox.wav", 6, 8, 9, gainAt: at => Math.Min(1, (at - 6) / 0.3)), 0.9),
            (new RenderedStem(media, "Kick", 48_000, 1, 14).Clip("kick.wav", 0, 14, 0, 0.5), Math.Pow(10, 1.5 / 20)),
            (snare, 0.7),
            (new RenderedStem(media, "Bass", 48_000, 2, 14).Clip("bass.wav", 0, 14, 5, 1.4, 1.4, gainAt: at => Math.Min(1, (14 - at) / 2)), 0.3),
            (new RenderedStem(media, "Keys", 44_100, 2, 13).Clip("keys.wav", 2, 11, 1.25), 1.1),
        ];
    }

    /// <summary>Packs the song's media, which stand in a folder "audio", and a project.</summary>
    public static string Write(TempFolder folder, string name = "song.dawproject", string? xml = null)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "metadata.xml", "<MetaData/>"u8.ToArray(), CompressionLevel.NoCompression);
            Add(zip, "project.xml", Encoding.UTF8.GetBytes(xml ?? Xml), CompressionLevel.Optimal);
            if (Directory.Exists(folder.PathOf("audio")))
            {
                foreach (string file in Directory.EnumerateFiles(folder.PathOf("audio")).Order(StringComparer.Ordinal))
                {
                    Add(zip, "audio/" + Path.GetFileName(file), File.ReadAllBytes(file), CompressionLevel.Fastest);
                }
            }
        }

        return folder.Write(name, packed.ToArray());
    }

    public static void Add(ZipArchive zip, string name, byte[] content, CompressionLevel level)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 2, 3, 4, 6, TimeSpan.Zero);
        using Stream stream = entry.Open();
        stream.Write(content);
    }
}
