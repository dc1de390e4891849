"""One body for many recipients: the PDF once, and for each recipient a small update that adds the name, the copy's number and a code."""
