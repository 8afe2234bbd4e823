SET ROLE accompany_guard;
-- How many people met since a day were never asked whether they may be counted, to the nearest ten and 0 below twenty: for an admin, who
-- sees no file. Of open files alone, so that no restricted one moves the number. Office by office: what was entered before is not read.
CREATE OR REPLACE FUNCTION app.answers_missing(since timestamptz) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH missing AS (
    SELECT count(DISTINCT e.person_id) AS people
      FROM app.live_session() a JOIN public.team t ON a.role = 'admin' AND a.organisation_id = t.organisation_id
           CROSS JOIN LATERAL (SELECT DISTINCT x.person_id FROM public.encounter x
                                WHERE x.team_id = t.id AND x.created_at >= since AND x.outcome = 'seen' AND x.secrecy = 'open') AS e
     WHERE NOT EXISTS (SELECT FROM public.consent c
                        WHERE c.person_id = e.person_id AND c.purpose = 'statistics' AND c.answer <> 'not_asked' AND c.secrecy = 'open'
       AND NOT EXISTS (SELECT FROM public.consent_end m WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')))
  SELECT CASE WHEN people < 20 THEN 0 ELSE (pg_catalog.round(people / 10.0) * 10)::integer END FROM missing
$$;
GRANT EXECUTE ON FUNCTION app.answers_missing(timestamp with time zone) TO accompany_app;
