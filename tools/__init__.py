"""Scripts that make parts of the project and are not part of the product."""
