-- Every table that is not reference data is watched, but for these.
CREATE OR REPLACE FUNCTION app.unwatched() RETURNS TABLE (table_name text, reason text)
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  VALUES ('audit_event', 'sealed itself'), ('audit_seal', 'the seals'), ('row_mark', 'the marks'), ('row_watch', 'written by migrations'),
         ('audit_counter', 'held against the numbers of events'), ('head_copy', 'what was delivered is where it was delivered'),
         ('receipt', 'answers to replays, ids only'), ('session', 'ends by itself'), ('throttle', 'counts tries'),
         ('known_device', 'changes at each sign-in, ends by itself'),
         ('job_lease', 'changes all the time, about no one'), ('job_run', 'what jobs did, about no one'), ('instance', 'changes all the time, about no one'),
         ('system_mark', 'changes all the time, about no one'), ('alarm', 'when a mail went out, about no one'),
         ('draft', 'sealed on the device, gone when sent'), ('caseload_tally', 'counted from rows that are watched'),
         ('name_word', 'made from names, which are watched'),
         ('notice', 'a kind and a file'), ('twin_check', 'who is still to be compared'),
         ('likely_pair', 'found by the machine from rows that are watched'), ('sdc_record', 'frozen at once, and figures are released with their sum')
$$;
