"""`python -m bot` equals `jianfu`."""

import sys

from bot.cli import main

sys.exit(main())
