"""Times jionlp: argv[1] is the task as JSON, the answer goes to stdout as JSON."""

import contextlib
import io
import json
import sys
import time
from datetime import datetime
from pathlib import Path


def main() -> None:
    """Median seconds for each expression, and for the notice."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as jio
    task = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    base = datetime.fromisoformat(task["reference"])

    def one(text: str) -> bool:
        try:
            return bool(jio.parse_time(text, time_base=base))
        except Exception:
            return False

    def whole(text: str) -> bool:
        return bool(jio.ner.extract_time(text, time_base=base, with_parsing=True))

    print(json.dumps(measure(task, one, whole)))


def measure(task, one, whole):
    """Run both jobs and keep medians; the first run warms up."""
    seconds, found = [], 0
    for text in task["expressions"]:
        found += one(text)
        runs = []
        for _ in range(task["repeat"]):
            began = time.process_time()
            one(text)
            runs.append(time.process_time() - began)
        seconds.append(sorted(runs)[len(runs) // 2])
    runs = []
    for _ in range(task["repeat"]):
        began = time.process_time()
        whole(task["notice"])
        runs.append(time.process_time() - began)
    return {"expressions": seconds, "found": found, "notice": sorted(runs)[len(runs) // 2]}


if __name__ == "__main__":
    main()
