"""`python -m samverkan` is the command `samverkan`."""

import sys

from samverkan.cli import main

sys.exit(main())
