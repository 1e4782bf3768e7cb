"""Other forms of a report: text, calendar, contact card."""
