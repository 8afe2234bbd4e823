-- Adds a key that the server made, and says whether. A key in use stays, and the new one is thrown away, unless it is the one that the
-- new one `replaces`: that one ends today.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.add_release_key(key uuid, public_half bytea, sealed bytea, replaces uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO organisation, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'only an admin makes a key for releases' USING ERRCODE = '42501';
  END IF;
  UPDATE public.release_key k SET ended_at = app.now()
   WHERE k.id = replaces AND k.organisation_id = organisation AND k.ended_at IS NULL;
  INSERT INTO public.release_key (id, organisation_id, public_key, wrapped, made_by)
    VALUES (key, organisation, public_half, sealed, admin)
    ON CONFLICT (organisation_id) WHERE ended_at IS NULL DO NOTHING;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION app.add_release_key(uuid, bytea, bytea, uuid) TO accompany_app;
