"""Programs of the development desk."""
