"""What may leave a casebook, compiled for an audience: nothing leaves that a table and a policy do not let.

Incidents, orders → Release: adds regions, periods, groups, made-up ids; drops words, names and sources.

    sensitivity   what each field of the model may do          fields.tsv
    policy        what an audience may see                     audiences.toml
    vocabulary    the codes that may leave                     vocabulary.tsv
    coarsening    dates → months, places → provinces
    candidates    Incident → what of it could leave at most
    disclosure    candidates → groups of k, or no place in any
    frozen        what earlier releases said binds later ones
    pages, orders published pages that may be cited; orders as they may leave
    jigsaw        which rows stand alone beside the public pages
    compiling     all of it in order
"""
