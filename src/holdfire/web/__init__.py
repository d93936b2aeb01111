"""The workbench: a casebook in a browser, on the machine it lies on. Thin: query → view → template."""
