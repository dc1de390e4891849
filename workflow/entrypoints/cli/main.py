def main() -> None:
    """Placeholder until the doors are built."""
