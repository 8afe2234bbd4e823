-- Of two people who both stand in open files alone, all of them the actor's to write in, none under a legal hold or about to be
-- erased, none kept from another. One word for all that is in the way: whatever it is, it tells nothing of files out of reach.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.may_merge(people uuid[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH files AS MATERIALIZED (
    SELECT DISTINCT f.id, f.secrecy, f.kind FROM public.case_person cp JOIN public.case_file f ON f.id = cp.case_id WHERE cp.person_id = ANY (people))
  SELECT COALESCE(pg_catalog.bool_and(f.secrecy = 'open' AND f.kind <> 'thb' AND app.may_write_case(f.id) AND NOT app.is_held(f.id)
             AND NOT EXISTS (SELECT 1 FROM public.file_erasure e WHERE e.case_id = f.id AND e.state = 'asked')
             AND NOT EXISTS (SELECT 1 FROM public.kept_apart k WHERE k.case_id = f.id AND k.lifted_at IS NULL
                                AND k.other_case_id IN (SELECT o.id FROM files o))), false)
    FROM files f
$$;
