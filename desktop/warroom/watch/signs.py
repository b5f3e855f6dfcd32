"""Warning signs ignored: the rules PF1 (seed 32, warnings 5.1)."""

from desktop.warroom.watch.rule import Rule

RULES: tuple[Rule, ...] = ()
