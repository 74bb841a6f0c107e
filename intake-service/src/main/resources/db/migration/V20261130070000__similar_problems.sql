-- Which pairs of neighbouring characters an open problem's title and description have, so that problems that say nearly the same can
-- be found by the rare ones among them. Filled behind the answer like problem_search, and emptied when a problem ends.
-- No foreign key: it can be made anew from the problems, by setting search_head to 0.
create table similar_problem (
  id       uuid primary key,
  filed_at timestamptz not null,
  terms    integer[] not null
);

-- The pairs of a text, each as one number made of its two characters; punctuation, blanks, width and case do not count. Of a long
-- text its beginning says what it is about.
create function similar_terms(text) returns integer[] language sql immutable strict parallel safe
  return (
    with plain as (
      select left(regexp_replace(lower(normalize($1, nfkc)), '[^[:alnum:]]', '', 'g'), 800) as words)
    select coalesce(array_agg(distinct cast(
        (ascii(substr(words, place, 1)) % 65536) * 65536::bigint
          + ascii(substr(words, place + 1, 1)) % 65536 - 2147483648 as integer)), '{}')
    from plain, generate_series(1, char_length(words) - 1) as place);

insert into similar_problem
select id, filed_at, similar_terms(title || ' ' || description) from problem
where status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED');
-- Each term of a question reads the list of what is not sorted in yet: at the usual 4 MB that takes as long as all the rest.
create index similar_problem_terms on similar_problem using gin (terms) with (gin_pending_list_limit = 256);
