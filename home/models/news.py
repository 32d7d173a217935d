from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.blocks import BodyBlock
from portal.base.fields import PortalStreamField
from portal.base.models import BasePage


class NewsIndexPage(BasePage):
    """All the news, latest first."""

    template = "pages/news_index.html"
    parent_page_types = ["home.TerritoryPage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("actualités")


class NewsPage(BasePage):
    """One item of news."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = PortalStreamField(BodyBlock(), verbose_name=_("contenu"), blank=True)

    template = "pages/news.html"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("date"), FieldPanel("body")]

    class Meta:
        verbose_name = _("actualité")
        verbose_name_plural = _("actualités")
