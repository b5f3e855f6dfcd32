"""The papers beside the briefing, from the same data: log, hand-over sheet, review, blank forms."""
