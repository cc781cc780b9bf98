"""What each command does, one module a family; `handlers/command.py` says who may and writes what they decide."""
