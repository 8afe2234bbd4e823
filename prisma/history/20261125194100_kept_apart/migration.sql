-- CreateTable
CREATE TABLE "kept_apart" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "other_case_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "kept_apart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_apart_case_id_idx" ON "kept_apart"("case_id");

-- CreateIndex
CREATE INDEX "kept_apart_other_case_id_idx" ON "kept_apart"("other_case_id");

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_other_case_id_fkey" FOREIGN KEY ("other_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Said from the file of whoever is in danger, and read from there. On the other side the row does not exist: who reads that file
-- alone learns nothing, and who reads both is shown nothing there (lib/cases/kept-apart.data.ts).

ALTER TABLE public.kept_apart ADD CONSTRAINT kept_apart_two CHECK (case_id <> other_case_id);
ALTER TABLE public.kept_apart ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.kept_apart FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.kept_apart FROM PUBLIC;
CREATE POLICY reach ON public.kept_apart FOR SELECT TO accompany_app
  USING (EXISTS (SELECT FROM public.case_file f WHERE f.id = case_id));
CREATE POLICY add ON public.kept_apart FOR INSERT TO accompany_app
  WITH CHECK (created_by = (SELECT app.worker_id()) AND lifted_at IS NULL
              AND app.may_write_case(case_id) AND app.may_write_case(other_case_id));
CREATE POLICY lift ON public.kept_apart FOR UPDATE TO accompany_app USING (app.may_write_case(case_id));
CREATE POLICY guards ON public.kept_apart FOR SELECT TO accompany_guard USING (true);
GRANT SELECT, INSERT, UPDATE (lifted_at) ON public.kept_apart TO accompany_app;
GRANT SELECT ON public.kept_apart TO accompany_guard, accompany_backup;

-- Nobody of the first file joins the other one. The refusal is that of somebody out of reach.
SET ROLE accompany_guard;
CREATE FUNCTION app.is_kept_apart(person uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.kept_apart k JOIN public.case_person cp ON cp.case_id = k.case_id
                  WHERE k.other_case_id = file AND k.lifted_at IS NULL AND cp.person_id = person)
     AND app.is_my_person(person)
$$;
REVOKE ALL ON FUNCTION app.is_kept_apart(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_kept_apart(uuid, uuid) TO accompany_app;
RESET ROLE;
CREATE POLICY kept_apart ON public.case_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT app.is_kept_apart(person_id, case_id));
