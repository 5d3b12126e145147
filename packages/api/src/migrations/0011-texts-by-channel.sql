-- An organisation's own text is that of a mail, of a letter or of a text message: three texts of one kind, each with its versions.
alter table template_version
  add column channel text not null default 'mail' check (channel in ('mail', 'letter', 'sms')),
  drop constraint template_version_once,
  add constraint template_version_once unique (organisation_id, kind, channel, language, tone, version);
alter table template_version alter column channel drop default;
drop index one_active_template;
drop index one_template_draft;
create unique index one_active_template on template_version (organisation_id, kind, channel, language, tone) where activated_at is not null and retired_at is null;
create unique index one_template_draft on template_version (organisation_id, kind, channel, language, tone) where activated_at is null and retired_at is null;

-- What was written is what was tried and sent: a version that was activated changes no more.
create function keep_activated_text() returns trigger language plpgsql as $$
begin
  if old.activated_at is not null and (new.subject, new.preheader, new.body, new.kind, new.channel, new.language, new.tone, new.version, new.activated_at)
    is distinct from (old.subject, old.preheader, old.body, old.kind, old.channel, old.language, old.tone, old.version, old.activated_at) then
    raise exception 'a text that was activated is kept as it is' using errcode = 'integrity_constraint_violation', constraint = 'activated_text_is_kept';
  end if;
  return new;
end $$;
create trigger activated_text_is_kept before update on template_version for each row execute function keep_activated_text();
