-- Of each file of someone, the last word about being counted that stands for the period; everyone whose last word is a yes in each
-- file in which they were asked. Who was asked in none is not here. A yes stands when it was said by the last day of the period, was
-- neither withdrawn nor over before the first, and of a child was a guardian's or a parent's and the child does not object. A
-- refusal stands at once; a withdrawal from the next period on. A mistake never stood. Written as app.consent_gap, for all at once.
CREATE OR REPLACE FUNCTION app.people_to_count(period_start date, period_end date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH consents AS (
    SELECT c.case_id, c.person_id, c.answer, c.asked_on, c.created_at, w.ended_on, w.created_at AS ended_at,
           COALESCE(c.expires_at > period_start::timestamp AT TIME ZONE 'Europe/Brussels', true)
             AND (NOT c.is_minor OR (c.given_by IN ('guardian', 'parent') AND c.child_view IN ('agrees', 'too_young'))) AS covers
      FROM public.consent c
      LEFT JOIN public.consent_end w
        ON w.case_id = c.case_id AND w.consent_id = c.id AND w.kind = 'withdrawn' AND w.ended_on < period_start
     WHERE c.purpose = 'statistics' AND c.answer <> 'not_asked'
       AND NOT EXISTS (SELECT FROM public.consent_end m
                        WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')
  ), words AS (
    SELECT case_id, person_id, asked_on AS said_on, created_at, true AS is_yes FROM consents
     WHERE answer = 'given' AND ended_at IS NULL AND covers AND asked_on <= period_end
     UNION ALL
    SELECT case_id, person_id, asked_on, created_at, false FROM consents WHERE answer = 'refused'
     UNION ALL
    SELECT case_id, person_id, ended_on, ended_at, false FROM consents WHERE ended_at IS NOT NULL
  ), last AS (
    SELECT DISTINCT ON (person_id, case_id) person_id, is_yes FROM words
     ORDER BY person_id, case_id, said_on DESC, created_at DESC, is_yes
  )
  SELECT person_id FROM last GROUP BY person_id HAVING pg_catalog.bool_and(is_yes)
$$;
GRANT EXECUTE ON FUNCTION app.people_to_count(date, date) TO accompany_guard, accompany_job;
