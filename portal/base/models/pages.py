from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

#: A list of children stops here: beyond, one searches.
LISTED = 500


class BasePage(Page):
    """What every page has: a picture and a sentence for lists, search engines and social networks."""

    #: Served under another language's address when no translation exists (facts need no translation).
    language_neutral = False

    listing_image = models.ForeignKey(
        "base.PortalImage",
        verbose_name=_("photo de présentation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Montrée dans les listes et lors d’un partage."),
    )
    listing_summary = models.CharField(
        _("résumé"), max_length=200, blank=True, help_text=_("Une phrase, montrée dans les listes.")
    )

    promote_panels = [
        MultiFieldPanel([FieldPanel("listing_image"), FieldPanel("listing_summary")], heading=_("Dans les listes")),
        *Page.promote_panels,
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Hand the template the live, public pages below this one, so that it runs no query of its own."""
        context = super().get_context(request, *args, **kwargs)
        context["children"] = list(self.get_children().live().public().order_by("title")[:LISTED])
        return context
