"""What a region says: which country is meant by a name, and which seasons it has."""

_SOUTHERN = frozenset(
    ("AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BO", "BR", "PE", "NA", "BW", "ZW", "MZ", "MG")
)
"""Countries that lie, for the most part, south of the equator and speak of four seasons."""
_NAMES = {
    "AT": ("Austria", "Österreich"), "AU": ("Australia",), "AR": ("Argentina",),
    "BE": ("Belgium",), "BG": ("Bulgaria",), "BO": ("Bolivia",), "BR": ("Brazil", "Brasil"),
    "BW": ("Botswana",), "CL": ("Chile",), "CY": ("Cyprus",), "CZ": ("Czechia", "Czech Republic"),
    "DE": ("Germany", "Deutschland"), "DK": ("Denmark",), "EE": ("Estonia",),
    "ES": ("Spain", "España"), "FI": ("Finland",), "FR": ("France",), "GR": ("Greece",),
    "HR": ("Croatia",), "HU": ("Hungary",), "IT": ("Italy", "Italia"), "LT": ("Lithuania",),
    "LU": ("Luxembourg",), "LV": ("Latvia",), "MG": ("Madagascar",), "MT": ("Malta",),
    "MZ": ("Mozambique",), "NA": ("Namibia",), "NL": ("Netherlands", "Holland"),
    "NZ": ("New Zealand",), "PE": ("Peru",), "PL": ("Poland",), "PT": ("Portugal",),
    "PY": ("Paraguay",), "RO": ("Romania",), "SE": ("Sweden",), "SI": ("Slovenia",),
    "SK": ("Slovakia",), "UK": ("Britain", "Great Britain", "England", "Scotland", "Wales",
                                "Northern Ireland"),
    "US": ("America",), "UY": ("Uruguay",), "ZA": ("South Africa",), "ZW": ("Zimbabwe",),
}  # fmt: skip
"""Countries as one calls them, by their codes: those with help lines, and the southern ones."""
_CODES = {name.casefold(): code for code, names in _NAMES.items() for name in names}


def code_of(region: str) -> str:
    """Return the code of a country that is named ("Germany" is DE), else the region as typed."""
    typed = region.strip()
    return _CODES.get(typed.casefold().removeprefix("the "), typed)


def is_southern(region: str) -> bool:
    """Whether seasons in a region are those of the southern hemisphere."""
    return code_of(region).upper() in _SOUTHERN
