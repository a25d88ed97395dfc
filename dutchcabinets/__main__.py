"""`python -m dutchcabinets`: the command line."""

import sys

from dutchcabinets.cli.main import main

sys.exit(main())
