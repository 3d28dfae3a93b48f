"""How the letterform model was made: data, split, training, evaluation, export.

Every step is a module run from `training/`: `python3 -m letterforms.<step>`.
README.md lists them in order, with the time each takes.
"""
