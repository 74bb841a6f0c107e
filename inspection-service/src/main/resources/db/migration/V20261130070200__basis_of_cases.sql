-- Which cases rest on a fact: nobody proposes the same again.
create index if not exists case_basis_fact on case_basis (kind, basis_id);
