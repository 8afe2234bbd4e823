-- CreateTable
CREATE TABLE "deadline_reminder" (
    "deadline_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "stage_on" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "deadline_reminder_pkey" PRIMARY KEY ("deadline_id","staff_id","stage_on")
);

-- CreateIndex
CREATE INDEX "deadline_reminder_staff_id_idx" ON "deadline_reminder"("staff_id");

-- AddForeignKey
ALTER TABLE "deadline_reminder" ADD CONSTRAINT "deadline_reminder_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_reminder" ADD CONSTRAINT "deadline_reminder_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which reminder was said to whom. Only the guard reads and writes it: who hears of a file says who reads it.
ALTER TABLE public.deadline_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.deadline_reminder FORCE ROW LEVEL SECURITY;
REVOKE ALL ON public.deadline_reminder FROM PUBLIC;
CREATE POLICY guards ON public.deadline_reminder FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON public.deadline_reminder TO accompany_guard;
GRANT SELECT ON public.deadline_reminder TO accompany_backup;

GRANT SELECT (id, rule_id, severity, remind_on, status, created_at) ON public.deadline TO accompany_guard;
GRANT SELECT (id, remind) ON public.deadline_rule TO accompany_guard;
GRANT UPDATE (created_at) ON public.notice TO accompany_guard;

SET ROLE accompany_guard;
-- Open deadlines of open files that remind until a day, one row for each colleague who works in the file and for what she
-- is to it, with the last stage that was said to her. Ids, days and codes: the job reads no file and no name.
CREATE FUNCTION app.deadlines_to_remind(horizon date)
  RETURNS TABLE (deadline_id uuid, severity text, remind_on date, remind jsonb, known_at timestamptz,
                 staff_id uuid, recipient text, told_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.id, d.severity, d.remind_on, r.remind, d.created_at, x.staff_id,
         CASE WHEN x.reason IN ('worker', 'coordinator') THEN x.reason
              WHEN x.reason = 'cover' THEN 'deputy'
              -- A restricted file has no coordinator but the one who is of its circle.
              WHEN EXISTS (SELECT 1 FROM public.team_member t
                            WHERE t.team_id = f.team_id AND t.staff_id = x.staff_id AND t.leads) THEN 'coordinator'
              ELSE 'member' END,
         (SELECT pg_catalog.max(m.stage_on) FROM public.deadline_reminder m
           WHERE m.deadline_id = d.id AND m.staff_id = x.staff_id)
    FROM public.deadline d
    JOIN public.deadline_rule r ON r.id = d.rule_id
    JOIN public.case_file f ON f.id = d.case_id
    CROSS JOIN LATERAL app.reading(d.case_id) x
   WHERE d.status = 'open' AND d.remind_on <= horizon AND x.works
     AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
   ORDER BY d.id, x.staff_id
$$;

-- Says reminders, each once: the stage is written down with the notice. A line of the same kind that lies unread is
-- brought up again, because a later stage must not stay silent behind an earlier one. Tells how many were new.
CREATE FUNCTION app.remind(deadlines uuid[], colleagues uuid[], stages date[], kinds text[]) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  file uuid;
  said integer := 0;
BEGIN
  FOR i IN 1 .. pg_catalog.cardinality(deadlines) LOOP
    SELECT d.case_id INTO file FROM public.deadline d WHERE d.id = deadlines[i] AND d.status = 'open';
    CONTINUE WHEN NOT FOUND OR NOT app.reaches(colleagues[i], file)
      OR kinds[i] NOT IN ('deadline_near', 'deadline_near_critical', 'deadline_passed');
    INSERT INTO public.deadline_reminder (deadline_id, staff_id, stage_on, told_at)
    VALUES (deadlines[i], colleagues[i], stages[i], app.now()) ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    said := said + 1;
    UPDATE public.notice n SET created_at = app.now(), mailed_at = NULL
     WHERE n.staff_id = colleagues[i] AND n.kind = kinds[i] AND n.case_id = file AND n.read_at IS NULL;
    IF NOT FOUND THEN
      INSERT INTO public.notice (staff_id, kind, case_id) VALUES (colleagues[i], kinds[i], file);
    END IF;
  END LOOP;
  RETURN said;
END $$;
REVOKE ALL ON FUNCTION app.deadlines_to_remind(date), app.remind(uuid[], uuid[], date[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.deadlines_to_remind(date), app.remind(uuid[], uuid[], date[], text[]) TO accompany_job;
RESET ROLE;
