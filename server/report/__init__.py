"""The day for the head of office: counted from the log, told on a page and in tables."""
