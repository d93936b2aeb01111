"""`python -m holdfire` is `holdfire`."""

from holdfire.cli.app import main

main()
