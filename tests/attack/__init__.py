"""Attacks: hostile text in every field, killed in every write, everything taken back and again.

How much of it is done is said in `size.py`.
"""
