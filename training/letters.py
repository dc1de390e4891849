"""The letters the net can write: ASCII, Thai, all ten Thai digits, a few marks; label 0 is CTC's blank."""

ASCII = "".join(chr(c) for c in range(32, 127))
THAI = "".join(chr(c) for c in (*range(0x0E01, 0x0E3A), 0x0E3F, *range(0x0E40, 0x0E4E), *range(0x0E50, 0x0E5A)))
LETTERS = ASCII + THAI + "“”‘’–…•"
