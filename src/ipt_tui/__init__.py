"""ipt-tui: a private terminal companion for interpersonal psychotherapy."""

__version__ = "0.1.0.dev0"
