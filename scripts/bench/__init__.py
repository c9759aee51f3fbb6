"""Benchmarks: generated corpora, whole processes, ratios within one run."""
