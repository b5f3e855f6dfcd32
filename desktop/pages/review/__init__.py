"""The page of what comes after a crisis: review, lessons, recovery, improvements, cases."""
