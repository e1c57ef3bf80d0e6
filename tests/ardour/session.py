"""Puts stems on the tracks of an Ardour session: importing is the graphical editor's work, so the session file is edited."""

import pathlib
import wave
import xml.etree.ElementTree as xml


def place(session_file, stems):
    """stems: track name -> WAV file. Each is placed at the song's start, whole, both channels, at its own level."""
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
        ids = []
        for channel in (0, 1):
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
            "scale-amplitude": "1", "envelope-active": "0", "channels": "2",
            "source-0": ids[0], "source-1": ids[1], "master-source-0": ids[0], "master-source-1": ids[1],
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
