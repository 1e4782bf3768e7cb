"""Import: a text from Word, Writer, a web page, a mail or the clipboard becomes a proposal for a report."""
