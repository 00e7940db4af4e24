"""The office profile: one TOML file says what an office is (README.md)."""
