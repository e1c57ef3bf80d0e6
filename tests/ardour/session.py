"""Puts stems on the tracks of an Ardour session: importing is the graphical editor's work, so the session file is edited."""

import pathlib
import wave
import xml.etree.ElementTree as xml


def place(session_file, stems):
    """stems: track name -> WAV file. Each is placed at the song's start, whole, all its channels, at its own level."""
    tree = xml.parse(session_file)
    session = tree.getroot()
    counter = int(session.get("id-counter"))
    tempo_map = session.find("TempoMap")
    superclocks = int(tempo_map.get("superclocks-per-second"))
    sources = session.find("Sources")
    regions = session.find("Regions")
    playlists = {playlist.get("id"): playlist for playlist in session.iter("Playlist")}

    def new_id():
        nonlocal counter
        counter += 1
        return str(counter)

    for route in session.find("Routes"):
        stem = stems.get(route.get("name"))
        if stem is None:
            continue
        with wave.open(str(stem)) as file:
            ticks = file.getnframes() * superclocks // file.getframerate()
            channels = file.getnchannels()
        ids = []
        for channel in range(channels):
            ids.append(new_id())
            xml.SubElement(sources, "Source", {
                "name": f"{stem.name}", "take-id": "", "type": "audio", "flags": "", "id": ids[-1],
                "origin": str(stem.resolve()), "channel": str(channel), "gain": "1",
            })
        shape = {
            "name": route.get("name"), "muted": "0", "opaque": "1", "locked": "0", "video-locked": "0", "automatic": "0",
            "whole-file": "0", "import": "0", "external": "1", "sync-marked": "0", "left-of-split": "0", "right-of-split": "0",
            "hidden": "0", "position-locked": "0", "valid-transients": "0", "start": "a0", "length": f"a{ticks}@a0",
            "stretch": "1", "shift": "1",
            "layering-index": "0", "tags": "", "contents": "0", "type": "audio", "first-edit": "nothing",
            "default-fade-in": "1", "default-fade-out": "1", "fade-in-active": "0", "fade-out-active": "0",
            "scale-amplitude": "1", "envelope-active": "0", "channels": str(channels),
            **{f"{kind}-{channel}": source for kind in ("source", "master-source") for channel, source in enumerate(ids)},
        }
        xml.SubElement(regions, "Region", {**shape, "id": new_id(), "whole-file": "1"})
        xml.SubElement(playlists[route.get("audio-playlist")], "Region", {**shape, "id": new_id()})
    session.set("id-counter", str(counter + 1))
    tree.write(session_file, encoding="UTF-8", xml_declaration=True)


def seconds(stems):
    """Length of the longest stem."""
    def length(stem):
        with wave.open(str(stem)) as file:
            return file.getnframes() / file.getframerate()

    return max(length(stem) for stem in map(pathlib.Path, stems.values()))


def left_channel(stem, mono, twice):
    """Writes a stem's left channel as a mono file, and on both sides of a stereo file."""
    with wave.open(str(stem)) as file:
        width, rate, frames = file.getsampwidth(), file.getframerate(), file.readframes(file.getnframes())
    left = b"".join(frames[i:i + width] for i in range(0, len(frames), 2 * width))
    both = b"".join(2 * left[i:i + width] for i in range(0, len(left), width))
    for path, channels, data in ((mono, 1, left), (twice, 2, both)):
        with wave.open(str(path), "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(width)
            file.setframerate(rate)
            file.writeframes(data)
