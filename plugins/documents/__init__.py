"""Documents that lie beside a report: what they are by their content, and whether they may be handed out."""
