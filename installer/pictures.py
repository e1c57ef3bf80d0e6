#!/usr/bin/env python3
"""Draws FaderStager's icon, three fader strips with the focal one lit, and the picture at the side of the setup.

  installer/pictures.py            draws installer/icon.ico anew (it is committed: the native loader carries it too)
  installer/pictures.py SIDE.bmp   draws the setup's side picture
"""
import os
import struct
import sys
import zlib

GROUND, GROOVE, GREY, GOLD, LIGHT = (0x15, 0x18, 0x1C), (0x05, 0x06, 0x08), (0x8A, 0x93, 0x9C), (0xF2, 0xB6, 0x32), (0xFF, 0xF4, 0xD6)
# Where the caps stand, from the top; the middle one is the focal.
CAPS = (0.62, 0.34, 0.52)


def coverage(x, y, box, radius):
    """How much of the pixel around (x, y) a rounded box covers, 0..1. The box is left, top, right, bottom in pixels."""
    left, top, right, bottom = box
    outside_x = max(left + radius - x, x - (right - radius), 0.0)
    outside_y = max(top + radius - y, y - (bottom - radius), 0.0)
    return min(1.0, max(0.0, 0.5 + radius - (outside_x * outside_x + outside_y * outside_y) ** 0.5))


def strips(left, top, width, height, small):
    """The three strips inside a rectangle: (box, radius, colour), back to front. Small ones stand on whole pixels and have no detail."""
    pitch = width / 3
    shapes = []
    for index, cap in enumerate(CAPS):
        colour = GOLD if index == 1 else GREY
        middle = left + pitch * (index + 0.5)
        groove = 0.5 if small else pitch * 0.075
        half, tall = (int(pitch * 0.4) + 0.5, int(pitch * 0.24) + 0.5) if small else (pitch * 0.34, pitch * 0.2)
        centre = top + height * cap
        if small:
            middle, centre = int(middle) + 0.5, int(centre) + 0.5
        shapes.append(((middle - groove, top, middle + groove, top + height), groove, GROOVE))
        if index == 1:
            shapes.append(((middle - groove, centre, middle + groove, top + height), groove, GOLD))
        shapes.append(((middle - half, centre - tall, middle + half, centre + tall), tall * 0.35, colour))
        if not small:
            line = max(0.5, tall * 0.1)
            shapes.append(((middle - half * 0.8, centre - line, middle + half * 0.8, centre + line), line, LIGHT if index == 1 else GROUND))
    return shapes


def paint(width, height, shapes, ground=None):
    """Rows of (r, g, b, a), from the top. Without a ground the picture starts transparent."""
    rows = []
    for row in range(height):
        line = []
        for column in range(width):
            red, green, blue, alpha = (*ground, 1.0) if ground else (0.0, 0.0, 0.0, 0.0)
            for box, radius, colour in shapes:
                cover = coverage(column + 0.5, row + 0.5, box, radius)
                if cover > 0:
                    total = cover + alpha * (1 - cover)
                    red, green, blue = ((new * cover + old * alpha * (1 - cover)) / total for new, old in zip(colour, (red, green, blue)))
                    alpha = total
            line.append(tuple(round(value) for value in (red, green, blue, alpha * 255)))
        rows.append(line)
    return rows


def icon_rows(size):
    margin = size * (0.06 if size < 48 else 0.16)
    body = ((0, 0, size, size), size * 0.2, GROUND)
    return paint(size, size, [body, *strips(margin, size * 0.14, size - 2 * margin, size * 0.72, size < 48)])


def as_dib(rows):
    """A 32-bit picture as icons hold it: from the bottom up, with an empty mask behind it."""
    size = len(rows)
    pixels = b"".join(struct.pack("4B", b, g, r, a) for line in reversed(rows) for r, g, b, a in line)
    mask = bytes((size + 31) // 32 * 4 * size)
    return struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, len(pixels) + len(mask), 0, 0, 0, 0) + pixels + mask


def as_png(rows):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    data = b"".join(b"\0" + b"".join(bytes(pixel) for pixel in line) for line in rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def write_icon(path):
    pictures = [(size, (as_png if size == 256 else as_dib)(icon_rows(size))) for size in (16, 24, 32, 48, 256)]
    place = 6 + 16 * len(pictures)
    with open(path, "wb") as file:
        file.write(struct.pack("<HHH", 0, 1, len(pictures)))
        for size, data in pictures:
            file.write(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place))
            place += len(data)
        for _, data in pictures:
            file.write(data)


def write_side(path):
    """164 x 314, as the setup's first and last page want it."""
    width, height = 164, 314
    rows = paint(width, height, strips(22, 40, width - 44, height - 80, False), GROUND)
    padding = b"\0" * (-3 * width % 4)
    pixels = b"".join(b"".join(struct.pack("3B", b, g, r) for r, g, b, _ in line) + padding for line in reversed(rows))
    with open(path, "wb") as file:
        file.write(b"BM" + struct.pack("<IHHI", 54 + len(pixels), 0, 0, 54))
        file.write(struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(pixels), 2835, 2835, 0, 0) + pixels)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write_side(sys.argv[1])
    else:
        write_icon(os.path.join(os.path.dirname(os.path.abspath(__file__)), "icon.ico"))
