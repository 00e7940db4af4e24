"""The clerk's app: one key all day, every slip repairable (README.md)."""
