"""Scripts that make the geographic data shipped in `holdfire/geography/data`; run by hand, seldom."""
