"""`python -m benchmarks` measures and prints."""

from benchmarks.reading import main

main()
