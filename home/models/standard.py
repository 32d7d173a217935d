from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.blocks import BodyBlock
from portal.base.fields import PortalStreamField
from portal.base.models import BasePage


class StandardPage(BasePage):
    """A plain page: how results are ordered, a guide, a contact."""

    body = PortalStreamField(BodyBlock(), verbose_name=_("contenu"), blank=True)

    template = "pages/standard.html"
    parent_page_types = ["home.TerritoryPage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page simple")
        verbose_name_plural = _("pages simples")
