"""The parts that the illustrations of the founding reports are drawn from."""
