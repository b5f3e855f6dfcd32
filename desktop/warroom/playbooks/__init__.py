"""Playbooks: what is to be done in a crisis of a type, by whom, and how long after T0."""

from desktop.warroom.playbooks.plan import AudienceRow, PlanTask, Playbook, Routine, said

__all__ = ["AudienceRow", "PlanTask", "Playbook", "Routine", "said"]
