SET ROLE accompany_guard;
-- How many people met since a day were never asked whether they may be counted, to the nearest ten and 0 below twenty: for an admin, who
-- sees no file. Of open files alone, so that no restricted one moves the number.
CREATE OR REPLACE FUNCTION app.answers_missing(since timestamptz) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH missing AS (
    SELECT count(DISTINCT e.person_id) AS people
      FROM public.encounter e JOIN public.case_file f ON f.id = e.case_id AND f.secrecy = 'open' JOIN public.team t ON t.id = f.team_id
      JOIN app.live_session() a ON a.role = 'admin' AND a.organisation_id = t.organisation_id
     WHERE e.outcome = 'seen' AND e.created_at >= since
       AND NOT EXISTS (SELECT FROM public.consent c JOIN public.case_file o ON o.id = c.case_id AND o.secrecy = 'open'
                        WHERE c.person_id = e.person_id AND c.purpose = 'statistics' AND c.answer <> 'not_asked'
                          AND NOT EXISTS (SELECT FROM public.consent_end m
                                           WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')))
  SELECT CASE WHEN people < 20 THEN 0 ELSE (pg_catalog.round(people / 10.0) * 10)::integer END FROM missing
$$;
GRANT EXECUTE ON FUNCTION app.answers_missing(timestamp with time zone) TO accompany_app;
