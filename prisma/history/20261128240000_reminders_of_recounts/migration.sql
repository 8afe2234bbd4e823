-- A deadline whose rule was corrected reminds by the earlier day until a person decides (docs/adr/0095). The earlier day is written
-- beside it, so that the file is in danger by it in every list, and not on Today only; what was counted stays in its explanation.
CREATE POLICY reminds ON public.deadline FOR UPDATE TO accompany_guard USING (status = 'open') WITH CHECK (status = 'open');
GRANT UPDATE (remind_on) ON public.deadline TO accompany_guard;

SET ROLE accompany_guard;
-- Also what was left without a day: an earlier release kept rules of another law silent, and those editions stand.
DROP FUNCTION app.deadlines_to_recount();
CREATE FUNCTION app.deadlines_to_recount()
  RETURNS TABLE (deadline_id uuid, organisation_id uuid, rule_id uuid, family text, event text, happened_on date, happened_at text,
                 notification text, facts text[], lodged_on date, registered_on date, letter_on date, letter_amount integer, letter_unit text,
                 due_on date, counted_on date, retained_rule_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT d.id, t.organisation_id, d.rule_id, d.family, d.event, d.happened_on, d.happened_at, d.notification, d.facts, d.lodged_on, d.registered_on,
         d.letter_on, d.letter_amount, d.letter_unit, d.due_on, c.counted_on, d.retained_rule_id
    FROM public.deadline d
    JOIN public.deadline_rule r ON r.id = d.rule_id
    JOIN public.case_file f ON f.id = d.case_id
    JOIN public.team t ON t.id = f.team_id
   CROSS JOIN LATERAL (SELECT (d.explanation #>> '{verdict,remindOn}')::date AS counted_on) c
   WHERE d.status = 'open' AND f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])
     AND (c.counted_on IS NULL OR EXISTS (SELECT FROM public.deadline_rule n WHERE n.code = r.code AND n.edition > r.edition))
   ORDER BY d.id
$$;

-- Brings reminders of open deadlines forward, and never back.
CREATE FUNCTION app.remind_sooner(deadlines uuid[], days date[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  UPDATE public.deadline d SET remind_on = n.day
    FROM ROWS FROM (pg_catalog.unnest(deadlines), pg_catalog.unnest(days)) AS n (id, day)
   WHERE d.id = n.id AND d.status = 'open' AND (d.remind_on IS NULL OR d.remind_on > n.day);
$$;
REVOKE ALL ON FUNCTION app.deadlines_to_recount(), app.remind_sooner(uuid[], date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.deadlines_to_recount(), app.remind_sooner(uuid[], date[]) TO accompany_job;
RESET ROLE;
