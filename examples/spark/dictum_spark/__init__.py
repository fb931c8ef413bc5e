"""Articles to statements on Apache Spark, by the `dictum` program as a child process of each task.

articles: what was given, one row a record · program: where the program lies on a node · child: one program fed and read ·
answers: rows through the program · tables: statements, bad records, accounts · ship: this package to the executors
"""
