# make            environment, build, and the formations ranked by length
# make check      style, types, rules and the build: what an editor wants to know soon
# make test       every test that needs Python alone
# make test-door  what needs more: other environments, the stock tools, R (installed where root runs it)
# make accept     show what turned in the pinned facts, and accept it
# make where CELL=cabinets/den-uyl/start_date   file, line and column behind a cell, and who says so
# make format     curated files and code in canonical form
# make mutate     break the rows in 5,500 ways and count what nobody noticed (some 12 minutes)
# make fuzz       damage files in 3,000 ways: each ends in a table or a clear message
# make kills      kill 200 builds as they put their files in place, and flip bits in tables
# make figures    the pictures in docs/figures, from the built tables
# make site       the static site of the built tables, in dist/site
# make notebooks  run docs/notebooks and keep what they print
# make bench      speed and size, each next to the plain library call
# make export     every file for other programs, in dist/export
# make dist       wheel and sdist
# make compare    our tables beside those of ParlGov, downloaded anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OLD = Python 3.11 or later is needed, this is {sys.version.split()[0]}: make PYTHON=python3.12
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: all build check test test-door accept where format mutate fuzz kills figures notebooks \
	site bench export dist compare clean
all: build

# The environment is made anew when the pins change; a half-made one leaves no stamp.
$(VENV)/stamp: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else f"$(OLD)")'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) --require-hashes --requirement requirements.txt
	touch $@

build: $(VENV)/stamp
	@$(BIN)/python -m scripts.build

check: $(VENV)/stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m scripts.build --check
	$(BIN)/python -m pytest --quiet -m "not slow"

test: $(VENV)/stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

test-door: $(VENV)/stamp
	$(BIN)/python -m pytest tests/door

accept: $(VENV)/stamp
	@$(BIN)/python -m scripts.accept

where: $(VENV)/stamp
	@$(BIN)/python -m scripts.where "$(CELL)"

format: $(VENV)/stamp
	$(BIN)/python -m scripts.curated.canonical
	$(BIN)/ruff format .

mutate: $(VENV)/stamp
	$(BIN)/python -m scripts.reliability.mutate --write

fuzz: $(VENV)/stamp
	$(BIN)/python -m scripts.reliability.fuzz --write

kills: $(VENV)/stamp
	$(BIN)/python -m scripts.reliability.kills --write
	$(BIN)/python -m scripts.reliability.corruptions --write

figures: $(VENV)/stamp
	@$(BIN)/python -m scripts.figures

site: $(VENV)/stamp build
	@$(BIN)/python -m scripts.site

notebooks: $(VENV)/stamp
	@$(BIN)/python -m scripts.notebooks

bench: $(VENV)/stamp
	$(BIN)/python -m scripts.bench

export: $(VENV)/stamp build
	@$(BIN)/python -m scripts.export

compare: $(VENV)/stamp
	@$(BIN)/python -m scripts.crosscheck.parlgov

dist: $(VENV)/stamp build
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 1700000000) \
		$(BIN)/python -m build --no-isolation

clean:
	rm -rf $(VENV) dist .pytest_cache .ruff_cache .mypy_cache .hypothesis
