# Parvis: `make help` tells what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help install test test-postgresql lint serve

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

$(VENV)/installed: requirements.txt tests/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -r tests/requirements.txt
	touch $@

install: $(VENV)/installed ## a virtual environment with everything in it

test: install ## the tests
	$(BIN)/python -m pytest -n auto

test-postgresql: install ## the same tests on a PostgreSQL server of their own
	tests/postgresql $(BIN)/python -m pytest -n auto

lint: install ## what can be checked without running
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY="$$(head -c 48 /dev/urandom | base64)" ALLOWED_HOSTS=example.org PUBLIC_URL=https://example.org \
	DATABASE_URL=sqlite:////tmp/parvis-check.sqlite3 DJANGO_SETTINGS_MODULE=portal.settings.production \
	$(BIN)/python manage.py check --deploy --fail-level WARNING

serve: install ## the portal for a developer, on 127.0.0.1
	$(BIN)/python manage.py migrate
	$(BIN)/python manage.py runserver 127.0.0.1:$(PORT)
