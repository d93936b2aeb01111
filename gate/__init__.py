"""The quality gate: holds what the reader says of the gold reports against floors that only rise."""

from holdfire.workflows.threads import one_thread

one_thread()
