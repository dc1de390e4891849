"""Makes official Thai papers of invented agencies and surveys, with what a reader must find in them."""
