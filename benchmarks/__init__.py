"""How fast Holdfire reads, beside other tools and beside plain limits, in one run."""

from holdfire.workflows.threads import one_thread

one_thread()  # every figure here is of one core
