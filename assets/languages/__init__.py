"""Languages as data: a folder each, and what reads them."""
