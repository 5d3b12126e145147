-- The same day may be delivered as CAMT.053 and as MT940 or the bank's own export: which kind of file told a line is needed to know it again.
alter table statement add column format text not null default 'camt053' check (format in ('camt053', 'mt940', 'csv'));
