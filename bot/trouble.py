"""What the person at the keyboard can mend."""


class Trouble(Exception):
    """Something wrong that one line explains; `code` names the sentence in the template `trouble`."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
