-- Everyone whose last word in one of their files is a no: a refusal at once, a withdrawal for periods that began after its day.
CREATE OR REPLACE FUNCTION app.left_out_of(period_start date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH consents AS (
    SELECT c.id, c.case_id, c.person_id, c.answer, c.asked_on, c.created_at FROM public.consent c
     WHERE c.purpose = 'statistics' AND c.answer <> 'not_asked'
       AND NOT EXISTS (SELECT FROM public.consent_end m WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')
  ), said AS (
    SELECT case_id, person_id, answer AS what, asked_on AS said_on, created_at FROM consents
    UNION ALL
    SELECT s.case_id, s.person_id, 'withdrawn', w.ended_on, w.created_at
      FROM consents s JOIN public.consent_end w ON w.case_id = s.case_id AND w.consent_id = s.id AND w.kind = 'withdrawn'
  ), last AS (
    SELECT DISTINCT ON (case_id, person_id) person_id, what, said_on FROM said
     ORDER BY case_id, person_id, said_on DESC, created_at DESC, what DESC
  )
  SELECT DISTINCT person_id FROM last
   WHERE what = 'refused' OR (what = 'withdrawn' AND said_on < period_start)
$$;
GRANT EXECUTE ON FUNCTION app.left_out_of(date) TO accompany_guard;
