"""The site: every page from the built tables, in English and in Dutch."""
