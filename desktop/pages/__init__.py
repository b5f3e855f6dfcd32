"""The pages of the window: what a user asks for becomes a verb of the room here, and only here."""
