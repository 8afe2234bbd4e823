-- Why two accounts are not two humans for what one asked and the other one answers, in one word; null: they are. Both are judged, so that
-- no one asks with a second account of their own and answers with the first.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.second_person(asker uuid, other uuid, what text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  organisation uuid;
  fault text;
BEGIN
  SELECT s.organisation_id INTO organisation FROM public.staff s JOIN public.staff a ON a.organisation_id = s.organisation_id
   WHERE s.id = other AND s.active AND a.id = asker;
  IF NOT FOUND OR what NOT IN ('setup', 'release', 'rows', 'erasure') THEN
    RAISE EXCEPTION 'no such account or question' USING ERRCODE = '42501';
  END IF;
  IF what = 'setup' AND NOT app.has_files(organisation) THEN RETURN NULL; END IF;
  IF asker = other THEN RETURN 'notOneself'; END IF;
  fault := app.person_fault(other, asker, what, false);
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  IF app.person_fault(asker, other, what, true) IS NOT NULL THEN RETURN 'asker'; END IF;
  IF what = 'rows' AND (EXISTS (SELECT FROM app.inviting_line(other) l(id) WHERE l.id = asker)
                        OR EXISTS (SELECT FROM app.inviting_line(asker) l(id) WHERE l.id = other)) THEN
    RETURN 'sameLine';
  END IF;
  RETURN NULL;
END $$;
