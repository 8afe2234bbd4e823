SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.count_danger(file uuid, part text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  is_closed boolean; one date; other date; held boolean;
BEGIN
  -- Two changes at once wait for each other here, so that the second counts the first.
  SELECT c.status IN ('closed', 'closed_referred', 'duplicate', 'archived') INTO is_closed
    FROM public.case_file c WHERE c.id = file FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF part IN ('signals', 'all') THEN
    SELECT min((g.raised_at AT TIME ZONE 'Europe/Brussels')::date) FILTER (WHERE g.severity = 'critical'),
           min((g.raised_at AT TIME ZONE 'Europe/Brussels')::date) FILTER (WHERE g.severity = 'serious')
      INTO one, other FROM public.signal g WHERE g.case_id = file AND g.answered_at IS NULL;
    UPDATE public.case_file c SET critical_on = one, serious_on = other
     WHERE c.id = file AND (c.critical_on, c.serious_on) IS DISTINCT FROM (one, other);
  END IF;
  IF part IN ('missing', 'all') THEN
    one := CASE WHEN NOT is_closed THEN app.missing_since(file) END;
    UPDATE public.case_file c SET missing_on = one WHERE c.id = file AND c.missing_on IS DISTINCT FROM one;
  END IF;
  IF part IN ('acts', 'all') THEN
    SELECT min(d.since), min(d.remind_on) INTO one, other
      FROM (SELECT app.last_days_from(r.meaning, a.severity, r.remind, a.happened_on, a.remind_on, a.explanation) AS since, a.remind_on
              FROM public.deadline a JOIN public.deadline_rule r ON r.id = a.rule_id
             WHERE a.case_id = file AND a.status = 'open' AND a.remind_on IS NOT NULL AND NOT is_closed) d
     WHERE d.since IS NOT NULL;
    UPDATE public.case_file c SET act_from = one, act_on = other
     WHERE c.id = file AND (c.act_from, c.act_on) IS DISTINCT FROM (one, other);
  END IF;
  IF part IN ('removal', 'stays', 'all') THEN
    one := CASE WHEN NOT is_closed THEN app.next_removal(file) END;
    UPDATE public.case_file c SET removal_on = one WHERE c.id = file AND c.removal_on IS DISTINCT FROM one;
  END IF;
  IF part IN ('stays', 'all') THEN
    held := EXISTS (SELECT FROM public.place_stay s JOIN public.place p ON p.id = s.place_id
                     WHERE s.case_id = file AND s.until IS NULL AND p.kind IN ('closed_centre', 'return_home', 'inad_centre'));
    UPDATE public.case_file c SET is_held = held WHERE c.id = file AND c.is_held <> held;
  END IF;
  IF part IN ('ages', 'all') THEN
    one := app.adult_on(file);
    UPDATE public.case_file c SET adult_on = one WHERE c.id = file AND c.adult_on IS DISTINCT FROM one;
  END IF;
  IF part IN ('tasks', 'all') THEN
    SELECT min(t.due_on) INTO one FROM public.task t
     WHERE t.case_id = file AND t.done_at IS NULL AND t.withdrawn_at IS NULL AND NOT is_closed;
    UPDATE public.case_file c SET task_on = one WHERE c.id = file AND c.task_on IS DISTINCT FROM one;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION app.count_danger(uuid, text) TO accompany_owner;
