"""The demonstration: a story that is played by performing acts, and checked step by step.

`wieliczka2023.pb` is the participatory budget “Zielony Milion” of the town of Wieliczka, 2023, as
Pabulib keeps it (Faliszewski, Flis, Peters, Pierczyński, Skowron, Stolicki, Szufa and Talmon:
Participatory Budgeting: Data, Tools and Analysis, IJCAI 2023).
"""
