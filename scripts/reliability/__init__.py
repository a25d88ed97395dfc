"""Attack what guards the data, and write down what got through: docs/reliability.md."""
