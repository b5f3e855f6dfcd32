"""After the crisis: the review built from the record, lessons, recovery, and cases."""
