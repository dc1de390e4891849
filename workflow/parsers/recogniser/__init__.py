"""The project's own reader of scanned Thai lines: a page picture becomes lines, a line becomes letters with their confidence."""
