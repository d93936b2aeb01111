"""How fast Holdfire reads, beside other tools and beside plain limits, in one run."""

import os

for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # before numpy is loaded: every figure here is of one core
