"""Drills: a script of timed events is played in an incident that can never mix with a real one."""
