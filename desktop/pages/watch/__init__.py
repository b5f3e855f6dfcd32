"""What the watch sees: warnings, clocks, the three elements, and the thresholds."""
