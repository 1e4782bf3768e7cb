"""What journalists get beside a report's page: its text, a PDF, a press kit."""
