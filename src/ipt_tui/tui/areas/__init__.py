"""The places behind the tabs."""
