-- Row-level security, forced on every table that has a tenant, for the application role. The role owns nothing, can't bypass
-- the policies, and may not update or delete what is append-only.

do $$
declare t record;
begin
  for t in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and a.attnum > 0)
      and c.relname not in ('membership', 'staff_session')
  loop
    execute format('alter table %I enable row level security', t.relname);
    execute format('alter table %I force row level security', t.relname);
    execute format(
      'create policy own_organisation on %I using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid) '
      || 'with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', t.relname);
  end loop;
end $$;

-- Somebody who signs in sees the organisations of their own memberships, before one is chosen.
alter table membership enable row level security;
alter table membership force row level security;
create policy own_organisation on membership
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
         or staff_id = nullif(current_setting('app.staff', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

alter table organisation enable row level security;
alter table organisation force row level security;
create policy own_organisation on organisation
  using (id = nullif(current_setting('app.organisation', true), '')::uuid
         or exists (select 1 from membership where membership.organisation_id = organisation.id
                    and membership.staff_id = nullif(current_setting('app.staff', true), '')::uuid and membership.active))
  with check (id = nullif(current_setting('app.organisation', true), '')::uuid);

-- A session belongs to a person first: it is found by its token before any tenant is known, and holds no business.
alter table staff_session enable row level security;
alter table staff_session force row level security;
create policy by_person on staff_session using (
  staff_id = nullif(current_setting('app.staff', true), '')::uuid
  or token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex'));

-- The list of tenants for the night and the worker: ids and nothing else.
create table tenant (id uuid primary key);
create function keep_tenant() returns trigger language plpgsql as $$
begin
  insert into tenant (id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger keep_tenant after insert on organisation for each row execute function keep_tenant();
