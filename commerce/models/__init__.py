"""Models of shops."""

from .category import Category
from .closure import Closure
from .shop import ShopPage, ShopPhoto
from .source import ShopSource

__all__ = ["Category", "Closure", "ShopPage", "ShopPhoto", "ShopSource"]
