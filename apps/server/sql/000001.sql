-- Everything that Remit keeps. Every row carries its agency, first in every primary key.
-- The events and checkpoints are append-only by rule of the database, for its owner too.

create schema remit;

create table remit.agency_log (
  agency text primary key,
  size bigint not null check (size >= 0),
  -- Hashes of the perfect subtrees of the log, largest first: what the next leaf needs.
  frontier bytea[] not null,
  -- Receipt numbers are gap-free: the last one given.
  receipt bigint not null check (receipt >= 0)
);

create table remit.event (
  agency text not null,
  -- Place in the agency's log, from 0.
  index bigint not null check (index >= 0),
  -- What it belongs to: `incident/…`, `order/…`, `drill/…`.
  stream text not null,
  seq integer not null check (seq >= 1),
  kind text not null,
  -- By the stream's own clock (simulated in a demo), and by the database's.
  happened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  by_position text not null,
  body jsonb not null,
  -- One salt a field; deleted with the values when a retention schedule says so, while the leaf stays.
  salts jsonb not null,
  leaf bytea not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  primary key (agency, index),
  unique (agency, stream, seq)
);
create index event_by_kind on remit.event (agency, kind, index);

create table remit.checkpoint (
  agency text not null,
  size bigint not null,
  root bytea not null check (length(root) = 32),
  note text not null,
  signed_at timestamptz not null default clock_timestamp(),
  primary key (agency, size)
);

-- A deadline is a row, so that it outlives the process. `due_at` is real time.
create table remit.deadline (
  agency text not null,
  stream text not null,
  name text not null,
  due_at timestamptz not null,
  kind text not null,
  body jsonb not null,
  done_at timestamptz,
  primary key (agency, stream, name)
);
create index deadline_open on remit.deadline (due_at) where done_at is null;

create function remit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'remit.% is append-only: % is refused', tg_table_name, lower(tg_op) using errcode = 'RM001';
end $$;

create trigger event_append_only before update or delete or truncate on remit.event
  for each statement execute function remit.refuse_change();
create trigger checkpoint_append_only before update or delete or truncate on remit.checkpoint
  for each statement execute function remit.refuse_change();

create function remit.tell_listeners() returns trigger language plpgsql as $$
begin
  perform pg_notify('remit_event', json_build_object('agency', new.agency, 'index', new.index, 'stream', new.stream,
    'seq', new.seq, 'kind', new.kind)::text);
  return null;
end $$;
create trigger event_told after insert on remit.event for each row execute function remit.tell_listeners();

-- The server signs in as a role that owns nothing; each transaction names its agency.
grant usage on schema remit to remit_app;
grant select, insert on remit.event, remit.checkpoint to remit_app;
grant select, insert, update on remit.agency_log, remit.deadline to remit_app;

alter table remit.agency_log enable row level security;
alter table remit.event enable row level security;
alter table remit.checkpoint enable row level security;
alter table remit.deadline enable row level security;
alter table remit.agency_log force row level security;
alter table remit.event force row level security;
alter table remit.checkpoint force row level security;
alter table remit.deadline force row level security;

create policy own_agency on remit.agency_log using (agency = current_setting('remit.agency', true));
create policy own_agency on remit.event using (agency = current_setting('remit.agency', true));
create policy own_agency on remit.checkpoint using (agency = current_setting('remit.agency', true));
create policy own_agency on remit.deadline using (agency = current_setting('remit.agency', true));
