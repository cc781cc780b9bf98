"""What happens when something happens: load, decide, save. Knows no door."""
