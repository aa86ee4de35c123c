"""Answering a measure: asked item by item, or keyed in from paper."""
