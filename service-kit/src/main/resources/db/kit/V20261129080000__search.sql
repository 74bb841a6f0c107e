-- A text as it is searched: composed, of one width and case, and with an x around every character. So a word of one or two characters,
-- which most Chinese words are, has trigrams too and an index of them can be asked. SearchText makes the same of what is asked for.
create function search_text(text) returns text language sql immutable strict parallel safe
  return 'x' || regexp_replace(lower(normalize($1, nfkc)), '(.)', '\1x', 'g');

-- A serial without blanks, brackets and dashes, of one width and case.
create function serial_key(text) returns text language sql immutable strict parallel safe
  return translate(lower(normalize($1, nfkc)), ' ()[]{}<>〔〕【】「」《》-–—·/', '');
