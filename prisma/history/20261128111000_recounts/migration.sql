-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "retained_note_id" UUID,
ADD COLUMN     "retained_rule_id" UUID;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_retained_rule_id_fkey" FOREIGN KEY ("retained_rule_id") REFERENCES "deadline_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A corrected rule gives another day: a person has said that the day on record stays, against which edition, and the note says why.
-- It is said of an open deadline, and not taken back: a later edition asks anew.
ALTER TABLE public.deadline ADD CONSTRAINT deadline_retained_with_reason
  CHECK ((retained_rule_id IS NULL) = (retained_note_id IS NULL));
CREATE FUNCTION app.guard_retained_deadline() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.status <> 'open' OR NEW.retained_rule_id IS NULL THEN
    RAISE EXCEPTION 'only an open deadline is kept against another edition' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_retained_deadline() FROM PUBLIC;
CREATE TRIGGER guard_retained_deadline BEFORE UPDATE OF retained_rule_id, retained_note_id ON public.deadline
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.guard_retained_deadline();
GRANT UPDATE (retained_rule_id, retained_note_id) ON public.deadline TO accompany_app;

-- The reminders count to the earlier day as long as nobody has decided. The job counts anew: it needs the rules, what the
-- coordinators of each organisation said of them, and from what a deadline was counted. Days and codes, no file and no name.
GRANT SELECT ON public.deadline_rule TO accompany_job;
GRANT SELECT (id, code, edition) ON public.deadline_rule TO accompany_guard;
CREATE POLICY guards ON public.deadline_ruling FOR SELECT TO accompany_guard USING (true);
GRANT SELECT (id, organisation_id, rule_id, kind, periods, created_at) ON public.deadline_ruling TO accompany_guard;
GRANT SELECT (id, organisation_id) ON public.team TO accompany_guard;
GRANT SELECT (family, event, happened_on, happened_at, notification, facts, lodged_on, registered_on, letter_on, letter_amount,
              letter_unit, due_on, retained_rule_id)
  ON public.deadline TO accompany_guard;

SET ROLE accompany_guard;
CREATE FUNCTION app.deadlines_to_recount()
  RETURNS TABLE (deadline_id uuid, organisation_id uuid, rule_id uuid, family text, event text, happened_on date, happened_at text,
                 notification text, facts text[], lodged_on date, registered_on date, letter_on date, letter_amount integer, letter_unit text,
                 due_on date, remind_on date, retained_rule_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.id, t.organisation_id, d.rule_id, d.family, d.event, d.happened_on, d.happened_at, d.notification, d.facts, d.lodged_on, d.registered_on,
         d.letter_on, d.letter_amount, d.letter_unit, d.due_on, d.remind_on, d.retained_rule_id
    FROM public.deadline d
    JOIN public.deadline_rule r ON r.id = d.rule_id
    JOIN public.case_file f ON f.id = d.case_id
    JOIN public.team t ON t.id = f.team_id
   WHERE d.status = 'open' AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
     AND EXISTS (SELECT FROM public.deadline_rule n WHERE n.code = r.code AND n.edition > r.edition)
   ORDER BY d.id
$$;
CREATE FUNCTION app.rulings_to_recount()
  RETURNS TABLE (id uuid, organisation_id uuid, rule_id uuid, kind text, periods jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT DISTINCT ON (g.organisation_id, g.rule_id) g.id, g.organisation_id, g.rule_id, g.kind, g.periods
    FROM public.deadline_ruling g ORDER BY g.organisation_id, g.rule_id, g.created_at DESC, g.id DESC
$$;
REVOKE ALL ON FUNCTION app.deadlines_to_recount(), app.rulings_to_recount() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.deadlines_to_recount(), app.rulings_to_recount() TO accompany_job;
RESET ROLE;
