"""The command line: a module a verb, each with the word of the package that it says."""
