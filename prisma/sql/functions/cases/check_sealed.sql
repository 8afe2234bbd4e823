-- A sealed file has two members who stay, and people of its own; what is left of an erased one has neither.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.check_sealed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  changed jsonb := pg_catalog.to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  file uuid := COALESCE(changed ->> 'case_id', changed ->> 'id');
BEGIN
  IF EXISTS (SELECT 1 FROM public.case_file f WHERE f.id = file AND f.secrecy = 'sealed')
     AND NOT EXISTS (SELECT 1 FROM public.case_file f
                      WHERE f.id = file AND f.status = 'archived'
                        AND NOT EXISTS (SELECT 1 FROM public.case_member m WHERE m.case_id = file)
                        AND NOT EXISTS (SELECT 1 FROM public.case_person p WHERE p.case_id = file)) THEN
    IF (SELECT pg_catalog.count(*) FROM app.lasting_members(file)) < 2 THEN
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
GRANT EXECUTE ON FUNCTION app.check_sealed() TO accompany_owner;
