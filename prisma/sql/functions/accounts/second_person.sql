SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.second_person(asker uuid, other uuid, what text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE o record;
BEGIN
  SELECT s.organisation_id, s.role, s.created_at, s.vouched_at, s.vouched_by, s.active INTO o FROM public.staff s WHERE s.id = other;
  IF NOT FOUND OR NOT o.active OR what NOT IN ('setup', 'release', 'rows', 'erasure') THEN
    RAISE EXCEPTION 'no such account or question' USING ERRCODE = '42501';
  END IF;
  IF what = 'setup' AND NOT app.has_files(o.organisation_id) THEN RETURN NULL; END IF;
  IF asker = other THEN RETURN 'notOneself'; END IF;
  IF o.vouched_at IS NULL OR (o.role = 'admin' AND (o.vouched_by IS NULL OR o.vouched_by = asker))
     OR EXISTS (SELECT FROM app.inviting_line(other) l(id) WHERE l.id = o.vouched_by)
     OR (o.vouched_by IS NOT NULL AND EXISTS (SELECT FROM app.inviting_line(o.vouched_by) l(id) WHERE l.id = other)) THEN
    RETURN 'notVouched';
  END IF;
  IF o.created_at > app.now() - interval '14 days' THEN RETURN 'tooNew'; END IF;
  IF what = 'rows' AND (EXISTS (SELECT FROM app.inviting_line(other) l(id) WHERE l.id = asker)
                        OR EXISTS (SELECT FROM app.inviting_line(asker) l(id) WHERE l.id = other)) THEN
    RETURN 'sameLine';
  END IF;
  RETURN NULL;
END $$;
