"""For the person who changes the code."""

from portal.settings.base import *  # noqa: F403 - settings modules extend each other by design

DEBUG = True
SECRET_KEY = "development only"
ALLOWED_HOSTS = ["*"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
