"""Articles to statements on Apache Spark, by the `dictum` program as a child process of each task or by the Python package.

articles: what was given, one row a record · program: where the program lies on a node · child: one program fed and read ·
wheel: the package in the program's place · answers: rows through either · tables: statements, bad records, accounts · ship: this package to the executors
"""
