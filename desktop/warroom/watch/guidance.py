"""Poor opinion guidance: the rules PF4 (seed 15, 29 and 30, warnings 5.4)."""

from desktop.warroom.watch.rule import Rule

RULES: tuple[Rule, ...] = ()
