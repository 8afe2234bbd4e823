-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_setting" (
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("staff_id","kind")
);

-- CreateTable
CREATE TABLE "notice_preference" (
    "staff_id" UUID NOT NULL,
    "digest" TEXT NOT NULL DEFAULT 'daily',
    "quiet_from" SMALLINT NOT NULL DEFAULT 20,
    "quiet_until" SMALLINT NOT NULL DEFAULT 7,
    "digested_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("staff_id")
);

-- CreateIndex
CREATE INDEX "notice_staff_id_read_at_created_at_idx" ON "notice"("staff_id", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "notice_case_id_idx" ON "notice"("case_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who may open a file, asked about a colleague instead of oneself: the same words as the policies reach and circle of
-- case_file. It answers to the functions below only: asked from outside it would tell who belongs to a circle.
SET ROLE accompany_guard;
CREATE FUNCTION app.reaches(colleague uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT 1
      FROM public.case_file f
      JOIN public.staff s ON s.id = colleague AND s.active AND s.role <> 'admin'
     WHERE f.id = file
       AND (EXISTS (SELECT 1 FROM public.case_member m
                     WHERE m.case_id = f.id AND m.staff_id = s.id AND m.valid_from <= app.now()
                       AND (m.valid_until IS NULL OR m.valid_until > app.now()))
            OR (f.secrecy = 'open' AND s.role <> 'guest'
                AND (f.worker_id = s.id
                     OR (s.role = 'coordinator' AND EXISTS (SELECT 1 FROM public.team_member t
                                                            WHERE t.team_id = f.team_id AND t.staff_id = s.id AND t.leads))))))
$$;
REVOKE ALL ON FUNCTION app.reaches(uuid, uuid) FROM PUBLIC;

-- Tells colleagues, and the caller learns nothing: neither who was told nor who may open the file. Whoever cannot open
-- it is not told, an unread line of the same kind about the same file stands for both, nobody is told of her own deed.
CREATE FUNCTION app.notify(about text, colleagues uuid[], file uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  INSERT INTO public.notice (staff_id, kind, case_id)
  SELECT s.id, about, file
    FROM public.staff s
   WHERE s.id = ANY (colleagues)
     AND s.id <> app.actor_id()
     AND s.organisation_id = app.organisation_id()
     AND s.active
     AND (file IS NULL OR (app.reaches(app.actor_id(), file) AND app.reaches(s.id, file)))
     AND NOT EXISTS (SELECT 1 FROM public.notice n
                      WHERE n.staff_id = s.id AND n.kind = about AND n.case_id IS NOT DISTINCT FROM file AND n.read_at IS NULL)
$$;
REVOKE ALL ON FUNCTION app.notify(text, uuid[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.notify(text, uuid[], uuid) TO accompany_app;

-- What has not gone out by mail: counts by colleague and kind, no file, for the role that knows the addresses.
CREATE FUNCTION app.unmailed_notices()
  RETURNS TABLE (staff_id uuid, kind text, unread integer, newest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT n.staff_id, n.kind, pg_catalog.count(*)::integer, pg_catalog.max(n.created_at)
    FROM public.notice n JOIN public.staff s ON s.id = n.staff_id
   WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND s.active
     AND (n.case_id IS NULL OR app.reaches(n.staff_id, n.case_id))
   GROUP BY n.staff_id, n.kind
$$;
CREATE FUNCTION app.mark_mailed(colleague uuid, kinds text[], until timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  UPDATE public.notice SET mailed_at = app.now()
   WHERE staff_id = colleague AND kind = ANY (kinds) AND created_at <= until AND mailed_at IS NULL
$$;
REVOKE ALL ON FUNCTION app.unmailed_notices(), app.mark_mailed(uuid, text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.unmailed_notices(), app.mark_mailed(uuid, text[], timestamptz) TO accompany_auth;
RESET ROLE;

ALTER TABLE public.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notice FORCE ROW LEVEL SECURITY;
ALTER TABLE public.notice_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notice_setting FORCE ROW LEVEL SECURITY;
ALTER TABLE public.notice_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notice_preference FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON public.notice FOR ALL TO accompany_app USING (staff_id = (SELECT app.actor_id()));
CREATE POLICY of_my_files ON public.notice AS RESTRICTIVE FOR SELECT TO accompany_app
  USING (case_id IS NULL OR case_id IN (SELECT f.id FROM public.case_file f));
CREATE POLICY own ON public.notice_setting FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
CREATE POLICY own ON public.notice_preference FOR ALL TO accompany_app
  USING (staff_id = (SELECT app.actor_id())) WITH CHECK (staff_id = (SELECT app.actor_id()));
CREATE POLICY guards ON public.notice FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE POLICY mails ON public.notice_setting FOR SELECT TO accompany_auth USING (true);
CREATE POLICY mails ON public.notice_preference FOR ALL TO accompany_auth USING (true) WITH CHECK (true);

ALTER TABLE public.notice_setting ADD CONSTRAINT notice_setting_way CHECK (way IN ('now', 'digest', 'house', 'off'));
ALTER TABLE public.notice_preference ADD CONSTRAINT notice_preference_words
  CHECK (digest IN ('off', 'daily', 'weekly') AND quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23);

REVOKE ALL ON public.notice, public.notice_setting, public.notice_preference FROM PUBLIC;
GRANT SELECT, UPDATE (read_at) ON public.notice TO accompany_app;
GRANT SELECT, INSERT, UPDATE (way) ON public.notice_setting TO accompany_app;
GRANT SELECT, INSERT, UPDATE (digest, quiet_from, quiet_until, version) ON public.notice_preference TO accompany_app;
GRANT SELECT, INSERT, UPDATE (mailed_at) ON public.notice TO accompany_guard;
GRANT SELECT ON public.notice_setting TO accompany_auth;
GRANT SELECT, INSERT (staff_id, digested_at), UPDATE (digested_at) ON public.notice_preference TO accompany_auth;
GRANT SELECT ON public.notice, public.notice_setting, public.notice_preference TO accompany_backup;
