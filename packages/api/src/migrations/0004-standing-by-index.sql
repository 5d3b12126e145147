-- A session keeps the plan of a trigger's queries from the first time it fires. Made while the tables were small it read them whole for
-- every statement after: the second thousand payments of a bank file took four times as long as the first. What is open is always
-- looked up by its key, however few rows there are when the plan is made.
alter function keep_standing() set enable_seqscan = off;
alter function keep_standing() set enable_hashjoin = off;
alter function keep_standing() set enable_mergejoin = off;
