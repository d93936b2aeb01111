"""Records → page-shaped data: what a reader sees, before any screen or paper. Pure."""
