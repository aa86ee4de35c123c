"""The ending of a course: built over several meetings, and taken along as a page."""
