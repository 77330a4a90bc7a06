"""Findings and results -> text for someone."""
