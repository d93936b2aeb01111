"""What may leave a casebook, compiled for an audience: nothing leaves that a table and a policy do not let.

Incidents, orders → Release: adds regions, periods, groups, made-up ids; drops words, names and sources.

    sensitivity   what each field of the model may do          fields.tsv
    policy        what an audience may see                     audiences.toml
    vocabulary    the codes that may leave                     vocabulary.tsv
    coarsening    dates → months, places → provinces
    candidates    Incident → what of it could leave at most
    microdata     candidates in columns, to be grouped as arrays
    rows          rows in columns, made one by one when they are asked for
    published     headers of reports → which are published pages, and when they came out
    disclosure    candidates → groups of k, or no place in any
    audience      who is told, how wide, and how many stand together at least
    frozen        what earlier releases said binds later ones
    withdrawing   what holds no more goes, never alone
    together      what several releases say together
    pages, orders published pages that may be cited; orders as they may leave
    quotes        a few words of cited pages                   quotable.tsv
    findings      what leaves, held against the orders and standards as anybody could
    naming        names that a cited page may not carry
    jigsaw        which rows stand alone beside the public pages
    compiling     all of it in order
    secrets       all that must stay, by the field it stands in
    leaks         what was written, held against what must stay
    specimen      what is ours in every release
"""
