"""The design system: everything that shows any model and knows no war room."""
