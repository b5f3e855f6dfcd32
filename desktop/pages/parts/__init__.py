"""Pages of several parts: a list of them at the left, the one that is asked for beside it."""
