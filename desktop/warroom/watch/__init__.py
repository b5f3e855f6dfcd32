"""The watch: the four common mistakes of the course as rules over what the room holds (seed 31)."""
