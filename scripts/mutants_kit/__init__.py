"""Seeded bugs: mutant files, the one build that holds them all, the checks, the table."""
