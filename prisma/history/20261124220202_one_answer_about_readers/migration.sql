-- "Who reads a file" was said three times: by the policies, by app.readers_of for whoever reads it herself, and by
-- app.reaches for whoever is told of it. The last two now ask one function, which answers to the guard alone.

SET ROLE accompany_guard;

-- One row for each reason. `works`: may be given something to do in the file.
CREATE FUNCTION app.reading(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT st.id, 'worker', NULL::timestamptz, true
    FROM public.case_file f JOIN public.staff st ON st.id = f.worker_id
   WHERE f.id = file AND st.active AND st.role IN ('caseworker', 'coordinator')
     AND (f.secrecy = 'open' OR EXISTS (
            SELECT 1 FROM public.case_member m
             WHERE m.case_id = f.id AND m.staff_id = st.id AND m.valid_from <= app.now()
               AND (m.valid_until IS NULL OR m.valid_until > app.now())))
  UNION ALL
  SELECT st.id, m.kind, m.valid_until, st.role <> 'guest'
    FROM public.case_member m JOIN public.staff st ON st.id = m.staff_id
   WHERE m.case_id = file AND st.active AND st.role IN ('caseworker', 'coordinator', 'guest')
     AND m.valid_from <= app.now() AND (m.valid_until IS NULL OR m.valid_until > app.now())
  UNION ALL
  SELECT st.id, 'coordinator', NULL::timestamptz, true
    FROM public.case_file f
    JOIN public.team_member t ON t.team_id = f.team_id AND t.leads
    JOIN public.staff st ON st.id = t.staff_id
   WHERE f.id = file AND st.active AND st.role = 'coordinator' AND f.secrecy = 'open'
$$;
REVOKE ALL ON FUNCTION app.reading(uuid) FROM PUBLIC;

-- Nobody learns anything about a file she does not read herself.
CREATE OR REPLACE FUNCTION app.readers_of(file uuid)
  RETURNS TABLE (staff_id uuid, reason text, until timestamptz, works boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT r.staff_id, r.reason, r.until, r.works
    FROM app.reading(file) r
   WHERE EXISTS (SELECT 1 FROM public.case_file f
                  WHERE f.id = file
                    AND (f.id = ANY (app.my_cases()) OR f.team_id = ANY (app.led_teams()))
                    AND (f.secrecy = 'open' OR f.id = ANY (app.member_cases())))
$$;

CREATE OR REPLACE FUNCTION app.reaches(colleague uuid, file uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT 1 FROM app.reading(file) r WHERE r.staff_id = colleague) $$;
RESET ROLE;

-- A restricted file whose new worker is no member would have a worker who cannot open it. Read as the application, which
-- sees the members because it may hand the file over at all.
CREATE FUNCTION app.guard_new_worker() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.case_member m
                  WHERE m.case_id = NEW.id AND m.staff_id = NEW.worker_id AND m.valid_from <= app.now()
                    AND (m.valid_until IS NULL OR m.valid_until > app.now())) THEN
    RAISE EXCEPTION 'the worker of a restricted file is a member of it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_new_worker() FROM PUBLIC;
CREATE TRIGGER guard_new_worker BEFORE UPDATE OF worker_id ON public.case_file
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app' AND NEW.worker_id <> OLD.worker_id AND NEW.secrecy <> 'open')
  EXECUTE FUNCTION app.guard_new_worker();
