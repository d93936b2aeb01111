"""Programs that go out with what Holdfire writes, and run without it."""
