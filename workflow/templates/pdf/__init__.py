"""A PDF writer for what the layout made: it draws lines that are already cut, and knows nothing of Thai but its glyphs.

Why an own one: the pages need no engine that breaks lines, and the general ones cost four times as much CPU and write a text layer
that readers without ActualText (pdf.js, pdfminer) cannot read. Here every glyph stands for its letters (`face.py`), so that all
readers find the same Thai. typst still draws what is a drawing: emblems and charts.
"""
