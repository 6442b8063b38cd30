"""The command line: one module a command, each imported only when it runs. Standard output is data and nothing else."""
