"""Drawing on pages that exist already, and on long tables: an own small PDF writer, HarfBuzz for the letters."""
