"""Settings come typed from the environment, or not at all."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings.env import ROOT, Environment, database


def test_a_flag_that_is_neither_yes_nor_no_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="HSTS_SUBDOMAINS"):
        Environment({"HSTS_SUBDOMAINS": "perhaps"}).flag("HSTS_SUBDOMAINS")


def test_values_are_typed():
    env = Environment({"A": " yes ", "B": "12", "C": "one, two,", "D": ""})
    assert env.flag("A") is True
    assert env.integer("B", 1) == 12
    assert env.items("C") == ["one", "two"]
    assert env.integer("D", 7) == 7


def test_all_missing_secrets_are_named_at_once():
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY, DATABASE_URL"):
        Environment({"ALLOWED_HOSTS": "example.org"}).required("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")


def test_sqlite_takes_the_write_lock_at_the_start_of_a_transaction():
    entry = database("sqlite:////tmp/x.sqlite3")
    assert entry["NAME"] == "/tmp/x.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in entry["OPTIONS"]["init_command"]
    assert entry["OPTIONS"]["timeout"] == 20


def test_postgresql_is_read_with_escapes_and_options():
    entry = database("postgresql://me:p%40ss@db.example:5433/town?sslmode=require")
    assert entry["USER"] == "me"
    assert entry["PASSWORD"] == "p@ss"
    assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("db.example", "5433", "town")
    assert entry["OPTIONS"] == {"sslmode": "require"}


def test_another_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database("mysql://localhost/town")


def test_production_does_not_start_without_its_secrets():
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "portal.settings.production"}
    run = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    assert "SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, PUBLIC_URL" in run.stderr
