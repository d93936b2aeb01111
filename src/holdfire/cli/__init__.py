"""The command line: arguments → workflow → view → terminal or file."""
