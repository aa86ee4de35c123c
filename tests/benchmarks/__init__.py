"""What the benchmarks measure in can be made again."""
