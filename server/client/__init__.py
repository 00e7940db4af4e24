"""The reference client: see README.md."""
