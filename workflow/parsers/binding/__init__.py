"""Sheets bound into papers: what a page opens and how it ends, which page follows which, what is there twice. Pure."""
