# make        environment, build, and the formations ranked by length
# make test   everything that CI runs
# make format curated files in canonical form
# make bench  speed and size, each next to the plain library call
# make dist   wheel and sdist
# make compare  our tables beside those of ParlGov, downloaded anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: all build test format bench dist compare clean
all: build

# The environment is made anew when the pins change; a half-made one leaves no stamp.
$(VENV)/stamp: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else f"Python 3.11 or later is needed, this is {sys.version.split()[0]}: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

build: $(VENV)/stamp
	@$(BIN)/python -m scripts.build

test: $(VENV)/stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

format: $(VENV)/stamp
	$(BIN)/python -m scripts.canonical
	$(BIN)/ruff format .

bench: $(VENV)/stamp
	$(BIN)/python -m scripts.bench

compare: $(VENV)/stamp
	@$(BIN)/python -m scripts.compare

dist: $(VENV)/stamp build
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 1700000000) $(BIN)/python -m build --no-isolation

clean:
	rm -rf $(VENV) dist .pytest_cache .ruff_cache .mypy_cache .hypothesis
