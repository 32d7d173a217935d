"""The one error of this package."""


class HoursError(ValueError):
    """Hours that cannot be understood; the message is a French sentence for the merchant who typed them."""

    @property
    def message(self) -> str:
        """Return the sentence to show beside the field."""
        return str(self)
