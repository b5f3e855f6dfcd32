"""What can go wrong for a user; every message is one sentence that says what to do."""


class WarRoomError(Exception):
    """A fault of the world or of the input: its text is a sentence for the user."""


class RuleBroken(WarRoomError):
    """What was asked for is against a rule of the records; nothing was changed."""


class StoreFailed(WarRoomError):
    """The file or the disk refused; nothing is claimed to be saved."""
