"""Thin: what Wagtail tells, handed to the service that knows what to do."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from home.services.addresses import remember


@receiver(page_slug_changed)
def remember_slug(sender: type[Page], instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """A page was renamed."""
    remember(instance, instance_before.url_path)


@receiver(post_page_move)
def remember_place(
    sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any
) -> None:
    """A page was moved; reordering among siblings keeps its address."""
    if url_path_before != url_path_after:
        remember(Page.objects.get(pk=instance.pk), url_path_before)
