"""The bridges from a room to Qt's item models; no widget is known here."""
