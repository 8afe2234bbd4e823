-- What somebody is writing, sealed in her browser: her own rows and nobody else's.
CREATE TABLE "draft" (
    "staff_id" UUID NOT NULL,
    "slot" CHAR(64) NOT NULL,
    "tab" VARCHAR(64) NOT NULL,
    "iv" BYTEA NOT NULL,
    "cipher" BYTEA NOT NULL,
    "revision" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "draft_pkey" PRIMARY KEY ("staff_id", "slot", "tab")
);
ALTER TABLE "draft" ADD CONSTRAINT "draft_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE public.draft ADD CONSTRAINT draft_size CHECK (octet_length(cipher) <= 262144 AND octet_length(iv) = 12);

ALTER TABLE public.draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON public.draft FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
REVOKE ALL ON public.draft FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON public.draft TO accompany_app;
GRANT UPDATE (iv, cipher, revision, updated_at) ON public.draft TO accompany_app;
GRANT SELECT ON public.draft TO accompany_backup;
