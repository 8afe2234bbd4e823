-- A day gives rows or exact tables, and once: a number that one of them withholds, the other could give back (docs/adr/0083).

SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_given(house uuid, frozen uuid, what text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT FROM public.sdc_request q JOIN public.snapshot other ON other.id = q.snapshot_id
                                     JOIN public.snapshot own ON own.id = frozen
     WHERE q.organisation_id = house AND q.state = 'approved'
       AND (q.kind = what OR (q.kind IN ('rows', 'exact') AND what IN ('rows', 'exact')))
       AND other.period_start <= own.period_end AND own.period_start <= other.period_end)
$$;
RESET ROLE;
