-- A text without what may be a number that leads to a person: seven digits or more with up to eight signs between any two. Who reads
-- texts masked is found nothing by digits of such a number, neither all of them nor some.
create function without_numbers(text) returns text language sql immutable strict parallel safe
  return regexp_replace(normalize($1, nfkc), '[0-9]([^0-9a-zA-Z一-鿿]{0,8}[0-9]){6,}', ' ', 'g');
