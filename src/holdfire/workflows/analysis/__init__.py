"""Casebooks and tables → trends and estimates: what is given → what the pure analysis asks for."""
