"""The statement desk: what the company says, and what it is asked."""
