"""Reports in each form, made by the byte, so that tests can damage them where they like."""
