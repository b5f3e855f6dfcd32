"""Lack of effective communication: the rules PF2 (seed 33, warnings 5.2)."""

from desktop.warroom.watch.rule import Rule

RULES: tuple[Rule, ...] = ()
