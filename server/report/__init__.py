"""The daily report for the head of office: counted from the log, shown on a page and in tables."""
