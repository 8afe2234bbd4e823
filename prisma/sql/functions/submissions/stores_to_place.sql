-- One sealed text of each store of which something is in custody: what is inside it opens the way to the others.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.stores_to_place() RETURNS TABLE (id uuid, key_id uuid, enc bytea, cipher bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT ON (s.store_id) s.id, s.key_id, s.enc, s.cipher
    FROM public.submission s JOIN public.device_store d ON d.id = s.store_id JOIN public.staff st ON st.id = s.staff_id
   WHERE s.outcome = 'received' AND d.revoked_at IS NULL AND st.active AND app.job() = 'submissions'
   ORDER BY s.store_id, s.seq
$$;
GRANT EXECUTE ON FUNCTION app.stores_to_place() TO accompany_job;
