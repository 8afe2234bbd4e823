-- What became of a file about which a device wrote: open (the author may write in it), closed, elsewhere (out of their reach now: moved,
-- restricted or sealed, without saying which), gone. What they never took along is gone for them, whether it is there or not.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.fate_of(file uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT COALESCE((
    SELECT CASE WHEN app.may_write_case(f.id) THEN CASE WHEN f.closed_on IS NULL THEN 'open' ELSE 'closed' END
                WHEN EXISTS (SELECT 1 FROM public.device_taken t JOIN public.device_store d ON d.id = t.store_id
                              WHERE t.case_id = f.id AND d.staff_id = app.actor_id()) THEN 'elsewhere'
                ELSE 'gone' END
      FROM public.case_file f WHERE f.id = file), 'gone')
$$;
GRANT EXECUTE ON FUNCTION app.fate_of(uuid) TO accompany_app;
