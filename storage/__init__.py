"""The part that remembers: all SQL lives here."""
