"""Views and records → files: JSON lines, JSON Schema and pages."""
