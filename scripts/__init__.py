"""Builds the tables from the curated files: read -> check -> derive -> write."""
