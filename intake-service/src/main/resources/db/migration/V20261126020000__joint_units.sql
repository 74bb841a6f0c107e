-- Whose problem it is: beside the index of the lead unit, so that an OR of the two is looked up in both.
create index if not exists problem_joint_unit_codes on problem using gin (joint_unit_codes);
