-- The trace of the request that announced an event goes on with it.

alter table outbox add column traceparent text;
alter table dead_letter add column traceparent text;
