SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.break_glass(opening uuid, asked text, why text, due date) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE me uuid := app.worker_id(); organisation uuid := app.organisation_id(); file uuid; office uuid;
BEGIN
  IF me IS NULL THEN
    RAISE EXCEPTION 'only who works on files opens one in an emergency' USING ERRCODE = '42501';
  END IF;
  -- Two tries at once are counted one after the other.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('glass' || me::text, 0));
  IF (SELECT pg_catalog.count(*) FROM public.glass_try t WHERE t.staff_id = me AND t.at > app.now() - interval '1 hour') >= 5
     OR (SELECT pg_catalog.count(*) FROM public.glass g WHERE g.staff_id = me AND g.at > app.now() - interval '30 days') >= 3 THEN
    RETURN 'tooMany';
  END IF;
  INSERT INTO public.glass_try (staff_id) VALUES (me);
  SELECT f.id, f.team_id INTO file, office
    FROM public.case_file f JOIN public.team t ON t.id = f.team_id
   WHERE f.code = asked AND t.organisation_id = organisation AND f.secrecy = 'restricted'
     AND NOT (f.id = ANY (app.member_cases())) AND NOT (f.id = ANY (app.glass_cases()))
   ORDER BY f.id LIMIT 1;
  IF file IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.glass (id, case_id, staff_id, kind, at, expires_at, review_due_on)
  VALUES (opening, file, me, why, app.now(), app.now() + interval '4 hours', due);
  -- At once to the circle, with the file; to who leads the office and is outside, that it happened.
  INSERT INTO public.notice (staff_id, kind, case_id)
  SELECT DISTINCT r.staff_id, 'glass_broken', file FROM app.reading(file) r WHERE r.works AND r.staff_id <> me;
  INSERT INTO public.notice (staff_id, kind)
  SELECT st.id, 'glass_broken'
    FROM public.team_member tm JOIN public.staff st ON st.id = tm.staff_id
   WHERE tm.team_id = office AND tm.leads AND st.active AND st.role = 'coordinator' AND st.id <> me
     AND NOT EXISTS (SELECT 1 FROM app.reading(file) r WHERE r.staff_id = st.id AND r.works);
  RETURN file::text;
END $$;
GRANT EXECUTE ON FUNCTION app.break_glass(uuid, text, text, date) TO accompany_app;
