"""For a town hall. Refuses to start without its secrets and says which are missing."""

from portal.settings.base import *  # noqa: F403 - settings modules extend each other by design
from portal.settings.base import env

_required = env.required("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PUBLIC_URL")
SECRET_KEY = _required["SECRET_KEY"]
ALLOWED_HOSTS = env.items("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [_required["PUBLIC_URL"].rstrip("/")]

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^sante/"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
