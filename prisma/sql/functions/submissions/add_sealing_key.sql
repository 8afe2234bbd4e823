-- A new key, when the newest is older than ninety days; of two that come at once the second changes nothing.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.add_sealing_key(new_id uuid, new_public text, new_wrapped bytea) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('sealing_key'));
  IF NOT EXISTS (SELECT 1 FROM public.sealing_key k WHERE k.made_at > app.now() - interval '90 days') THEN
    INSERT INTO public.sealing_key (id, public, wrapped, used_until, open_until)
    VALUES (new_id, new_public, new_wrapped, app.now() + interval '180 days', app.now() + interval '800 days');
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION app.add_sealing_key(uuid, text, bytea) TO accompany_share, accompany_app;
