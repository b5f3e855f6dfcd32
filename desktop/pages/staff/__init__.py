"""Employee communication: who knows what, what staff are told, and what they ask, hear and feel."""
