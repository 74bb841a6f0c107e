-- Who alone has done all re-checks that a case rests on does not decide about it.
alter table accountability_case add column sole_inspector text;
alter table accountability_case disable trigger user;
update accountability_case c set sole_inspector = (
  select min(r.done_by_subject) from case_basis b join recheck r on r.id = b.basis_id
  where b.case_id = c.id and b.kind = 'RECHECK'
  having count(distinct r.done_by_subject) = 1);
alter table accountability_case enable trigger user;
-- What was decided before this rule stays as it is.
alter table accountability_case add check (decided_by_subject <> sole_inspector) not valid;
