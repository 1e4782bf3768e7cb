"""Makes renditions of photographs; reads and keeps their rights metadata."""
