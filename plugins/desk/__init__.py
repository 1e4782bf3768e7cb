"""The desk in the browser, and the preview it stands beside."""
