-- The first person written through the application found two defects. Functions are replaced as their owner, the guard.

SET ROLE accompany_guard;

-- 1. Adding a person to a file asked the policy of person, which asks case_person, which is being written: PostgreSQL
-- refuses such a circle (42P17). "Do I reach this person already?" is asked behind the policies instead, in the same
-- words as the policies reach and circle of case_person.
CREATE FUNCTION app.is_my_person(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM public.case_person cp
                  WHERE cp.person_id = person
                    AND (cp.case_id = ANY (app.my_cases()) OR cp.team_id = ANY (app.led_teams()))
                    AND (cp.secrecy = 'open' OR cp.case_id = ANY (app.member_cases())))
$$;
REVOKE ALL ON FUNCTION app.is_my_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_my_person(uuid) TO accompany_app;

-- 2. One expression named the columns of two tables, so that every new file failed at commit (42703): the row is read
-- as JSON, which has no column too many.
CREATE OR REPLACE FUNCTION app.check_sealed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  changed jsonb := pg_catalog.to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  file uuid := COALESCE(changed ->> 'case_id', changed ->> 'id');
BEGIN
  IF EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.secrecy = 'sealed') THEN
    IF (SELECT count(DISTINCT m.staff_id) FROM public.case_member m
         WHERE m.case_id = file AND m.kind <> 'guest'
           AND (m.valid_until IS NULL OR m.valid_until > app.now())) < 2 THEN
      RAISE EXCEPTION 'a sealed file needs two members' USING ERRCODE = '23514';
    END IF;
    IF EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (person_id)
                WHERE a.case_id = file AND b.case_id <> file) THEN
      RAISE EXCEPTION 'a sealed file has people of its own' USING ERRCODE = '23514';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM public.case_person a JOIN public.case_person b USING (person_id)
                WHERE a.case_id = file AND b.case_id <> file AND b.secrecy = 'sealed') THEN
    RAISE EXCEPTION 'a sealed file has people of its own' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

RESET ROLE;

DROP POLICY add ON public.case_person;
CREATE POLICY add ON public.case_person FOR INSERT TO accompany_app
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL
              AND (case_id = ANY ((SELECT app.my_cases())::uuid[]) OR team_id = ANY ((SELECT app.led_teams())::uuid[]))
              AND (app.is_my_person(person_id) OR app.is_new_person(person_id)));
