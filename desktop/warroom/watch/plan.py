"""No emergency plan: the rules PF3 (seed 34, warnings 5.3)."""

from desktop.warroom.watch.rule import Rule

RULES: tuple[Rule, ...] = ()
