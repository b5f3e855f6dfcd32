"""The panels of the dashboard: each shows the newest of a page and leads there."""
