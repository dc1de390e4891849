"""A QR code as a picture inside a page: nothing is fetched for it."""

import segno


def qr_address(payload: str) -> str:
    """Return the code as the address (`data:`) of an SVG picture."""
    return segno.make_qr(payload).svg_data_uri(scale=5, border=4)
