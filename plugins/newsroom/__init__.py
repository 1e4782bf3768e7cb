"""The words of the domain: reports, editions, people, photographs, credits, problems."""
