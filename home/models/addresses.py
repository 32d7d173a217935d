from django.db import models


class OldAddress(models.Model):
    """The former path of a page that was renamed or moved.

    One row serves the page and all that stood below it: a request is resolved by the longest
    prefix, so that a quarter of 1,000 shops costs one row.
    """

    path = models.CharField(max_length=255, unique=True, help_text="Without language prefix, with both slashes.")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.path
