"""Settings, one module a use: ``dev``, ``test``, ``demo`` and ``production``, all on top of ``base``."""
