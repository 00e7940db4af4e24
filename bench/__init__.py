"""Speed against the floor: `make bench`. See README.md in this folder."""
