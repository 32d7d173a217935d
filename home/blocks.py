"""The named sets of blocks that pages are written with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PROSE_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with the name of who said them."""

    text = blocks.TextBlock(label=_("citation"))
    source = blocks.CharBlock(label=_("auteur"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Citation")
        description = _("Une phrase de quelqu’un, avec son nom.")
        template = "components/blocks/quote.html"
        preview_value = {"text": "Ici, le four s’allume à deux heures.", "source": "La boulangère"}


class LinkBlock(blocks.StructBlock):
    """A call to action that leads to a page of the site or to an outside address."""

    label = blocks.CharBlock(label=_("texte du bouton"), max_length=60)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.URLBlock(label=_("ou adresse"), required=False)

    class Meta:
        icon = "link"
        label = _("Bouton")
        description = _("Un lien mis en avant.")
        template = "components/blocks/link.html"
        preview_value = {"label": "Voir l’agenda", "url": "https://www.example.org/"}


class BodyBlock(blocks.StreamBlock):
    """What the body of an editorial page is made of."""

    heading = blocks.CharBlock(
        label=_("Intertitre"),
        icon="title",
        description=_("Le titre d’une partie."),
        template="components/blocks/heading.html",
        preview_value="Les marchés de l’hiver",
    )
    paragraph = blocks.RichTextBlock(
        label=_("Texte"),
        features=PROSE_FEATURES,
        description=_("Un ou plusieurs paragraphes."),
        template="components/blocks/paragraph.html",
        preview_value="<p>Quinze commerces ouvrent le dimanche.</p>",
    )
    image = ImageBlock(
        label=_("Photo"), description=_("Une photo et sa description."), template="components/blocks/image.html"
    )
    quote = QuoteBlock()
    link = LinkBlock()
