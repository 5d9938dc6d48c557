#!/usr/bin/env python3
"""Makes the base that the judges of exports look at anew: `make_base.py PROGRAM FOLDER_OF_REPORTS BASE`."""
import subprocess
import sys
from pathlib import Path

program, reports, base = sys.argv[1:]
for ending in ("", "-wal", "-shm"):
    Path(base + ending).unlink(missing_ok=True)
done = subprocess.run([program, "ingest", reports, "--db", base], capture_output=True, text=True)
print(done.stdout, done.stderr)
sys.exit(0 if done.returncode in (0, 1) else 1)  # 1: the reports hold findings
