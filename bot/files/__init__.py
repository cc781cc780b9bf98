"""Attachments → pages of text, by what the bytes are, whatever they are called; parsers run in a process aside."""
