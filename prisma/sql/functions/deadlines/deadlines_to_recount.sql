SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.deadlines_to_recount()
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
GRANT EXECUTE ON FUNCTION app.deadlines_to_recount() TO accompany_job;
