"""Trains the line recogniser that workflow/parsers/recogniser ships; development only, nothing at run time imports it."""
