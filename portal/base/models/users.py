from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. Merchants and residents never have an account: they use links."""
