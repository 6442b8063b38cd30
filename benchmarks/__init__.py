"""What the promises are measured with: one command, `python -m benchmarks`. Nothing of the product imports it."""
