"""Times dateparser: argv[1] is the task as JSON, the answer goes to stdout as JSON."""

import json
import sys
from datetime import datetime
from pathlib import Path

from jionlp_times import measure


def main() -> None:
    """Median seconds for each expression, and for the notice."""
    import dateparser
    from dateparser.search import search_dates

    task = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    settings = {"RELATIVE_BASE": datetime.fromisoformat(task["reference"])}

    def one(text: str) -> bool:
        return dateparser.parse(text, languages=["zh"], settings=settings) is not None

    def whole(text: str) -> bool:
        return bool(search_dates(text, languages=["zh"], settings=settings))

    print(json.dumps(measure(task, one, whole)))


if __name__ == "__main__":
    main()
