"""A publication → files in the formats that others use. Nothing here sees more than leaves."""
