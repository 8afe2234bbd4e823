-- The key with which an organisation signs the archives that it gives out (docs/adr/0102). The private half is sealed by the key file,
-- which the database never sees. A key that was replaced stays: recipients still hold archives that it signed.

-- CreateTable
CREATE TABLE "release_key" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "made_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_key_pkey" PRIMARY KEY ("id")
);

-- One key in use.
CREATE UNIQUE INDEX release_key_in_use ON public.release_key (organisation_id) WHERE ended_at IS NULL;

ALTER TABLE public.release_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.release_key FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.release_key FROM PUBLIC;
CREATE POLICY reads ON public.release_key FOR SELECT TO accompany_stats
  USING ((SELECT app.actor_role()) = 'admin' AND organisation_id = (SELECT app.organisation_id()));
CREATE POLICY guards ON public.release_key FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT ON public.release_key TO accompany_stats, accompany_backup;
GRANT SELECT, INSERT, UPDATE (ended_at) ON public.release_key TO accompany_guard;

SET ROLE accompany_guard;

-- Adds a key that the server made, and says whether. A key in use stays, and the new one is thrown away, unless it is the one that the
-- new one `replaces`: that one ends today.
CREATE FUNCTION app.add_release_key(key uuid, public_half bytea, sealed bytea, replaces uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  house uuid;
  admin uuid;
BEGIN
  SELECT a.organisation_id, a.staff_id INTO house, admin FROM app.live_session() a WHERE a.role = 'admin';
  IF house IS NULL THEN
    RAISE EXCEPTION 'only an admin makes a key for releases' USING ERRCODE = '42501';
  END IF;
  UPDATE public.release_key k SET ended_at = app.now()
   WHERE k.id = replaces AND k.organisation_id = house AND k.ended_at IS NULL;
  INSERT INTO public.release_key (id, organisation_id, public_key, wrapped, made_by)
    VALUES (key, house, public_half, sealed, admin)
    ON CONFLICT (organisation_id) WHERE ended_at IS NULL DO NOTHING;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION app.add_release_key(uuid, bytea, bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.add_release_key(uuid, bytea, bytea, uuid) TO accompany_app;
RESET ROLE;
