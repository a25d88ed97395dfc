"""Pictures of the built tables, in two languages and two themes: `python -m scripts.figures`."""
