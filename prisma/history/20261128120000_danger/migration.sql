-- Lists begin with people in danger (lib/cases/danger.rules.ts). The days from which each danger of a file holds are kept beside
-- the file by the database, as the silence is, so that a page of the list costs the same whatever the size of the organisation
-- (docs/adr/0097). A test compares the two on random histories.
ALTER TABLE public.case_file
  ADD COLUMN critical_on date,
  ADD COLUMN missing_on date,
  ADD COLUMN act_from date,
  ADD COLUMN act_on date,
  ADD COLUMN removal_on date,
  ADD COLUMN serious_on date,
  ADD COLUMN is_held boolean NOT NULL DEFAULT false,
  ADD COLUMN adult_on date,
  ADD COLUMN task_on date;
ALTER TABLE public.case_file
  ADD COLUMN overdue_on date GENERATED ALWAYS AS (
    CASE WHEN status = ANY (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']) THEN NULL
         ELSE LEAST(next_step_on + 1, task_on + 1, silence_on) END) STORED,
  -- From this day on the file is in danger: a signal or a missing minor at once, an act or a removal from its day on.
  ADD COLUMN danger_from date GENERATED ALWAYS AS (
    CASE WHEN critical_on IS NOT NULL OR missing_on IS NOT NULL OR serious_on IS NOT NULL THEN DATE '0001-01-01'
         ELSE LEAST(act_from, removal_on - 7) END) STORED;

-- The guard reads codes and days, behind the policies. What was said, written or done in words stays closed to it.
GRANT SELECT (id, case_id, severity, raised_at, answered_at) ON public.signal TO accompany_guard;
GRANT SELECT (id, case_id, person_id, kind, at, concerns, replaces, stands_on) ON public.guardianship_event TO accompany_guard;
GRANT SELECT (case_id, rule_id, severity, status, happened_on, remind_on, explanation) ON public.deadline TO accompany_guard;
GRANT SELECT (id, meaning, remind) ON public.deadline_rule TO accompany_guard;
GRANT SELECT (id, case_id, episode_id, kind, on_when, on_from, on_to, replaces, withdrawn_because, removal_outcome)
  ON public.detention_event TO accompany_guard;
GRANT SELECT (case_id, episode_id, place_id, until) ON public.place_stay TO accompany_guard;
GRANT SELECT (person_id, basis, age_years, as_of, born_latest, circle_case_id, withdrawn_at) ON public.age_claim TO accompany_guard;
GRANT SELECT (case_id, person_id, until) ON public.case_person TO accompany_guard;
GRANT SELECT (case_id, due_on, done_at, withdrawn_at) ON public.task TO accompany_guard;
GRANT SELECT (next_step_on, silence_on),
      UPDATE (critical_on, missing_on, act_from, act_on, removal_on, serious_on, is_held, adult_on, task_on)
  ON public.case_file TO accompany_guard;

SET ROLE accompany_guard;

-- The first day of a minor who is missing and was not found: of each minor, the disappearance that was recorded last.
CREATE FUNCTION app.missing_since(file uuid) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH RECURSIVE own AS (
    SELECT g.id, g.person_id, g.kind, g.at, g.concerns, g.replaces, g.stands_on
      FROM public.guardianship_event g WHERE g.case_id = file
  ), valid AS (
    SELECT o.* FROM own o
     WHERE o.kind <> 'taken_back' AND NOT EXISTS (SELECT FROM own later WHERE later.replaces = o.id)
  ), followed (found, now) AS (
    -- What was found answers the row that is in the place of the one it named.
    SELECT v.id, v.concerns FROM valid v WHERE v.kind = 'found'
    UNION ALL
    SELECT f.found, next.id FROM followed f JOIN own next ON next.replaces = f.now
  ), last AS (
    SELECT DISTINCT ON (v.person_id) v.id, v.stands_on FROM valid v WHERE v.kind = 'missing'
     ORDER BY v.person_id, v.stands_on DESC, COALESCE(v.at, '') DESC, v.id DESC
  )
  SELECT min(l.stands_on) FROM last l WHERE NOT EXISTS (SELECT FROM followed f WHERE f.now = l.id);
$$;

-- From when on an open deadline is in its last days (lib/deadlines/last-days.rules.ts): null where others have to act.
CREATE FUNCTION app.last_days_from(
  meaning text, severity text, remind jsonb, happened_on date, remind_on date, explanation jsonb) RETURNS date
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT CASE
    WHEN meaning NOT IN ('act', 'attend') AND severity <> 'critical' THEN NULL
    WHEN happened_on < reminded AND (remind_on - happened_on <= 10 OR EXISTS (
      SELECT FROM jsonb_array_elements(
          COALESCE(explanation #> '{computation,steps}', '[]') || COALESCE(explanation #> '{letter,steps}', '[]')) s
       WHERE s ->> 'code' IN ('counted', 'countedBack', 'printedPeriod')
         AND (s ->> 'amount')::numeric
             * CASE s ->> 'unit' WHEN 'week' THEN 7 WHEN 'month' THEN 30 WHEN 'hour' THEN 1 ELSE 1 END
             <= CASE s ->> 'unit' WHEN 'hour' THEN 240 ELSE 10 END)) THEN happened_on
    ELSE reminded END
  FROM (SELECT LEAST(
    remind_on - CASE severity WHEN 'critical' THEN 5 WHEN 'high' THEN 14 ELSE 7 END,
    (SELECT min(remind_on - d::integer) FROM jsonb_array_elements_text(remind -> 'days') d),
    (SELECT min((remind_on - make_interval(months => m::integer))::date)
       FROM jsonb_array_elements_text(remind -> 'months') m)) AS reminded) first;
$$;

-- The first day of the removals without an outcome, in episodes that last; 0001-01-01 when it is not known. What ends a removal
-- takes the earliest one that waits (lib/detention/pairs.rules.ts).
CREATE FUNCTION app.next_removal(file uuid) RETURNS date
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  episode uuid; r record; at integer;
  plans uuid[]; days date[]; exact boolean[]; ends uuid[]; outcomes text[];
  found date;
BEGIN
  FOR episode IN
    SELECT DISTINCT e.episode_id FROM public.detention_event e
     WHERE e.case_id = file AND e.kind = 'removal_planned'
       AND EXISTS (SELECT FROM public.place_stay s WHERE s.episode_id = e.episode_id AND s.until IS NULL)
  LOOP
    plans := '{}'; days := '{}'; exact := '{}'; ends := '{}'; outcomes := '{}';
    FOR r IN
      SELECT e.id, e.kind, e.on_from, e.removal_outcome,
             e.on_from IS NOT NULL AND e.on_when ~ '^\d{4}-\d{2}-\d{2}$' AS is_exact
        FROM public.detention_event e
       WHERE e.episode_id = episode AND e.kind IN ('removal_planned', 'removal_ended', 'ended')
         AND e.withdrawn_because IS NULL
         AND NOT EXISTS (SELECT FROM public.detention_event later WHERE later.replaces = e.id)
       ORDER BY e.on_from NULLS LAST, e.on_to,
                CASE WHEN e.on_from IS NOT NULL THEN 0 WHEN e.on_when = 'not_known' THEN 1 WHEN e.on_when = 'declined' THEN 2 ELSE 3 END,
                e.on_when COLLATE "C",
                CASE e.kind WHEN 'removal_planned' THEN 0 WHEN 'removal_ended' THEN 1 ELSE 2 END, e.id
    LOOP
      IF r.kind = 'ended' THEN
        -- Whoever is no longer detained is not removed from there.
        plans := '{}'; ends := '{}';
        EXIT;
      ELSIF r.kind = 'removal_planned' THEN
        plans := plans || r.id; days := days || r.on_from; exact := exact || r.is_exact;
      ELSIF cardinality(plans) > 0 THEN
        plans := plans[2:]; days := days[2:]; exact := exact[2:];
      ELSE
        ends := ends || r.id; outcomes := outcomes || r.removal_outcome;
      END IF;
    END LOOP;
    -- A plan may be called off before its day, or have had none.
    FOR n IN 1 .. cardinality(ends) LOOP
      FOR at IN 1 .. cardinality(plans) LOOP
        IF plans[at] < ends[n] AND (NOT exact[at] OR outcomes[n] IN
           ('cancelled_authority', 'cancelled_documents', 'suspended_court', 'medical', 'released_before', 'unknown')) THEN
          plans := plans[:at - 1] || plans[at + 1:];
          days := days[:at - 1] || days[at + 1:];
          exact := exact[:at - 1] || exact[at + 1:];
          EXIT;
        END IF;
      END LOOP;
    END LOOP;
    FOR n IN 1 .. cardinality(plans) LOOP
      found := LEAST(found, COALESCE(days[n], DATE '0001-01-01'));
    END LOOP;
  END LOOP;
  RETURN found;
END $$;

-- The day on which the last person of a file who is treated as a minor turns eighteen, by the claim that protects most; whoever
-- was born on 29 February does so on 1 March. Claims of another file's circle are not read: nothing of it may show here.
CREATE FUNCTION app.adult_on(file uuid) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT max(CASE WHEN to_char(b.born, 'MM-DD') = '02-29' THEN make_date(date_part('year', b.born)::integer + 18, 3, 1)
                  ELSE (b.born + interval '18 years')::date END)
    FROM public.case_person cp
    JOIN public.age_claim a ON a.person_id = cp.person_id
   CROSS JOIN LATERAL (SELECT COALESCE(a.born_latest, (a.as_of - make_interval(years => a.age_years))::date) AS born) b
   WHERE cp.case_id = file AND cp.until IS NULL AND a.withdrawn_at IS NULL AND a.basis NOT IN ('not_known', 'declined')
     AND (a.circle_case_id IS NULL OR a.circle_case_id = file);
$$;

CREATE FUNCTION app.count_danger(file uuid, part text) RETURNS void
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

-- What changed says which part is counted again.
CREATE FUNCTION app.keep_danger() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM app.count_danger(OLD.case_id, TG_ARGV[0]); END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.case_id IS DISTINCT FROM OLD.case_id) THEN
    PERFORM app.count_danger(NEW.case_id, TG_ARGV[0]);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.keep_danger_of_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM app.count_danger(NEW.id, 'all');
  RETURN NULL;
END $$;

-- An age is a person's, and a person may be in several files: counted in one order, so that two who correct ages do not wait
-- for each other.
CREATE FUNCTION app.keep_danger_of_ages() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE people uuid[] := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.person_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.person_id END];
BEGIN
  PERFORM app.count_danger(f.case_id, 'ages')
     FROM (SELECT DISTINCT cp.case_id FROM public.case_person cp WHERE cp.person_id = ANY (people) ORDER BY cp.case_id) f;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION app.missing_since(uuid), app.next_removal(uuid), app.adult_on(uuid), app.count_danger(uuid, text),
  app.last_days_from(text, text, jsonb, date, date, jsonb), app.keep_danger(), app.keep_danger_of_file(), app.keep_danger_of_ages()
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_danger(uuid, text), app.keep_danger(), app.keep_danger_of_file(), app.keep_danger_of_ages()
  TO accompany_owner;
RESET ROLE;

-- On INSERT too, so that nobody writes these days with a new file.
CREATE TRIGGER keep_danger AFTER INSERT OR UPDATE OF status ON public.case_file
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger_of_file();
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, severity, answered_at, raised_at ON public.signal
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('signals');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE ON public.guardianship_event
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('missing');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, rule_id, severity, status, happened_on, remind_on, explanation
  ON public.deadline FOR EACH ROW EXECUTE FUNCTION app.keep_danger('acts');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE ON public.detention_event
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('removal');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, place_id, until, episode_id ON public.place_stay
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('stays');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, person_id, until ON public.case_person
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('ages');
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE ON public.age_claim
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger_of_ages();
CREATE TRIGGER keep_danger AFTER INSERT OR DELETE OR UPDATE OF case_id, due_on, done_at, withdrawn_at ON public.task
  FOR EACH ROW EXECUTE FUNCTION app.keep_danger('tasks');

-- Files that exist already.
SET ROLE accompany_guard;
DO $$ BEGIN PERFORM app.count_danger(c.id, 'all') FROM public.case_file c; END $$;
RESET ROLE;

-- Three indexes for the order of danger: who is in danger, all of them, for they are few; who is held and unseen, by risk; and
-- everybody else, by the day something is overdue. The order of silence has no tier any more. Closed files are not in them.
DROP INDEX public.case_file_by_unseen;
CREATE INDEX case_file_by_danger ON public.case_file (team_id, danger_from)
  WHERE danger_from IS NOT NULL AND status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_risk_unseen
  ON public.case_file (team_id, (CASE risk WHEN 'high' THEN 0 WHEN 'low' THEN 2 ELSE 1 END), unseen_on, id)
  WHERE unseen_on IS NOT NULL AND status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
CREATE INDEX case_file_by_overdue
  ON public.case_file (team_id, (CASE WHEN overdue_on IS NULL THEN DATE '9999-12-31' ELSE overdue_on END), id)
  WHERE status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
