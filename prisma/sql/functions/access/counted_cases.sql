-- One's own files, when one counts for oneself: those one works on and those one is a member of, restricted ones too.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.counted_cases() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(f.id), '{}')
    FROM public.case_file f
   WHERE pg_catalog.current_setting('app.reach', true) = 'own'
     AND f.id = ANY (app.my_cases())
     AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases()))
$$;
GRANT EXECUTE ON FUNCTION app.counted_cases() TO accompany_count;
