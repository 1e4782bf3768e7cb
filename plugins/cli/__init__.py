"""The tasks a person calls, a module each; each gives an exit code: 0 done, 1 problems in the content, 2 wrong use.

None is imported here: most bring libraries along that the others do without.
"""
