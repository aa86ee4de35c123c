"""What a region says of its seasons."""

_SOUTHERN = frozenset(
    ("AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BO", "BR", "PE", "NA", "BW", "ZW", "MZ", "MG")
)
"""Countries that lie, for the most part, south of the equator and speak of four seasons."""


def is_southern(region: str) -> bool:
    """Whether seasons in a region are those of the southern hemisphere."""
    return region.strip().upper() in _SOUTHERN
