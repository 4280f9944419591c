"""Run many Python programs in one process, as each would be alone: their paths on standard input, one a line.

It runs in the environment that holds the SDK, and knows nothing else. What failed is printed as JSON, path
to traceback.
"""

import contextlib
import io
import json
import runpy
import sys
import traceback

failures = {}
for path in sys.stdin.read().splitlines():
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            runpy.run_path(path, run_name="__main__")
    except (Exception, SystemExit):
        failures[path] = traceback.format_exc()
sys.stdout.write(json.dumps(failures))
