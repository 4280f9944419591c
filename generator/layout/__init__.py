"""How text is laid out: as JSON is read best, and as the formatters of the languages do it."""
