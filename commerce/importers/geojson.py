"""Read GeoJSON (RFC 7946), compressed or not. Plain Python."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from commerce.importers.record import ReadError, Row

MAX_BYTES = 512 * 1024 * 1024


def read(path: Path) -> Iterator[Row]:
    """Yield the objects of a file.

    The whole file is read before the first object is given, so that a file that is cut short gives
    nothing. Raises ``ReadError`` with the position of what is wrong.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ReadError(f"{path.name} : l’archive est abîmée ou coupée.") from error
    except OSError as error:
        raise ReadError(f"{path.name} : {error.strerror or 'illisible'}.") from error
    if len(raw) > MAX_BYTES:
        raise ReadError(f"{path.name} : plus de {MAX_BYTES // 2**20} Mo. Coupez le fichier.")
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(f"{path.name} n’est pas en UTF-8 (octet {error.start}).") from error
    except json.JSONDecodeError as error:
        raise ReadError(
            f"{path.name} n’est pas un JSON complet : ligne {error.lineno}, colonne {error.colno}."
        ) from error
    except RecursionError as error:
        raise ReadError(f"{path.name} n’est pas un GeoJSON : trop de niveaux.") from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise ReadError(f"{path.name} n’est pas un GeoJSON : il manque la liste « features ».")
    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        yield Row(path.name, number, properties if isinstance(properties, dict) else {}, geometry)
