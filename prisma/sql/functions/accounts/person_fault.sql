-- Why an account does not count as a person of its own beside another one (docs/adr/0104, 0146); null: it counts. Who asks and was invited
-- by no one set the organisation up from the command line: it is no one's second account, and those it invited cannot vouch for it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.person_fault(account uuid, beside uuid, what text, asks boolean) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT CASE
    WHEN s.vouched_at IS NULL
      OR ((s.role = 'admin' OR what <> 'erasure')
          AND ((s.vouched_by IS NULL AND NOT (asks AND s.invited_by IS NULL)) OR s.vouched_by = beside))
      OR EXISTS (SELECT FROM app.inviting_line(s.id) l(id) WHERE l.id = s.vouched_by)
      OR (s.vouched_by IS NOT NULL AND EXISTS (SELECT FROM app.inviting_line(s.vouched_by) l(id) WHERE l.id = s.id))
      THEN 'notVouched'
    WHEN s.created_at > app.now() - interval '14 days' THEN 'tooNew'
  END
    FROM public.staff s WHERE s.id = account
$$;
