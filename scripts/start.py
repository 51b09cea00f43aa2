"""`samverkan` from a fresh clone, on any system and without make: sets the environment up, then does what is asked.

In Windows: py scripts\\start.py bygg
"""

import subprocess
import sys

from setup_env import PYTHON, main

if __name__ == "__main__":
    sys.exit(
        main("requirements.txt") or subprocess.run([PYTHON, "-m", "samverkan", *sys.argv[1:]], check=False).returncode
    )
