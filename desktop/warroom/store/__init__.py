"""The only place that speaks SQL: one file, one connection, one writer."""
