"""What a process has taken: memory, and time of the processor, which a busy machine does not make longer."""

from pathlib import Path

import psutil


def peak(process):
    """The most memory a process has held at once, in bytes; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return 1024 * next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def worked(process):
    """Seconds of processor time that a process has had; 0 where it has ended."""
    try:
        times = psutil.Process(process).cpu_times()
    except psutil.Error:
        return 0.0
    return times.user + times.system
