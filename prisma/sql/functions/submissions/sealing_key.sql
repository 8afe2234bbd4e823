-- The key by this name, while it opens; by no name the newest that is sealed to, while it is no older than ninety days. The secret half
-- is closed by the key file, which lies outside the database.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.sealing_key(named uuid)
  RETURNS TABLE (id uuid, public text, wrapped bytea, used_until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT k.id, k.public, k.wrapped, k.used_until FROM public.sealing_key k
   WHERE CASE WHEN named IS NULL THEN k.made_at > app.now() - interval '90 days' ELSE k.id = named AND k.open_until > app.now() END
   ORDER BY k.made_at DESC, k.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION app.sealing_key(uuid) TO accompany_share, accompany_app, accompany_job;
