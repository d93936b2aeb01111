"""Documents as office programs write them: PDF and DOCX."""
