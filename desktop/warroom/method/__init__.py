"""The method of the course: facts, plan, team, signals, risks, media contacts, readiness."""
