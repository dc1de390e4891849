"""Measures the program on papers made for it; nothing here is shipped."""
