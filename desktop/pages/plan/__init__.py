"""The page of plan and readiness: its parts, and how each is made when it is asked for."""
