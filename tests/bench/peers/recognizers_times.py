"""Times recognizers-text-suite: argv[1] is the task as JSON, the answer goes to stdout as JSON."""

import json
import sys
from datetime import datetime
from pathlib import Path

from jionlp_times import measure


def main() -> None:
    """Median seconds for each expression, and for the notice."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    task = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    base = datetime.fromisoformat(task["reference"])
    model = DateTimeRecognizer(Culture.Chinese).get_datetime_model()

    def one(text: str) -> bool:
        try:
            return bool(model.parse(text, base))
        except Exception:
            return False

    print(json.dumps(measure(task, one, one)))


if __name__ == "__main__":
    main()
