"""Proofs that take minutes; `make soak` runs them."""
