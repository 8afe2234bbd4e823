-- What is true of a colleague beside the reasons that let them read a file (app.reading): why they do not, and what a reason does not give by
-- itself. For anyone who reads the file, and no one else; of an emergency opening that is over, for those who are told of it.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.access_facts(file uuid, colleague uuid)
  RETURNS TABLE (fact text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH x AS (
    SELECT st.id, st.role, st.active, st.active AND st.role IN ('caseworker', 'coordinator') AS works,
           st.role = 'admin' OR st.vouched_at IS NOT NULL AS vouched, f.team_id, f.secrecy, f.worker_id,
           EXISTS (SELECT FROM app.reading(file) r WHERE r.staff_id = st.id) AS reads
      FROM public.staff st, public.case_file f
     WHERE st.id = colleague AND st.organisation_id = app.organisation_id() AND f.id = file
       AND EXISTS (SELECT FROM app.readers_of(file) r WHERE r.staff_id = app.actor_id())
  )
  SELECT 'inactive', NULL::timestamptz FROM x WHERE NOT x.active
  UNION ALL
  SELECT 'unvouched', NULL FROM x WHERE x.active AND NOT x.vouched
  UNION ALL
  SELECT 'admin', NULL FROM x WHERE x.active AND x.role = 'admin'
  UNION ALL
  SELECT 'guest', NULL FROM x WHERE x.active AND x.role = 'guest' AND NOT x.reads
  UNION ALL
  SELECT x.secrecy, NULL FROM x WHERE x.works AND NOT x.reads AND x.secrecy <> 'open'
  UNION ALL
  SELECT 'worker_unnamed', NULL FROM x WHERE x.works AND NOT x.reads AND x.worker_id = x.id
  UNION ALL
  SELECT CASE WHEN t.leads AND x.role = 'coordinator' THEN 'leads_unnamed' WHEN t.team_id IS NULL THEN 'other_office' ELSE 'same_office' END, NULL
    FROM x LEFT JOIN public.team_member t ON t.team_id = x.team_id AND t.staff_id = x.id
   WHERE x.works AND NOT x.reads AND x.worker_id <> x.id
  UNION ALL
  SELECT CASE WHEN m.valid_from > app.now() THEN 'named_later' ELSE 'named_before' END,
         CASE WHEN m.valid_from > app.now() THEN pg_catalog.min(m.valid_from) ELSE pg_catalog.max(m.valid_until) END
    FROM x JOIN public.case_member m ON m.case_id = file AND m.staff_id = x.id
   WHERE x.active AND NOT x.reads AND (m.valid_from > app.now() OR m.valid_until <= app.now())
     AND (CASE WHEN m.kind = 'guest' THEN x.role = 'guest' ELSE x.works END)
   GROUP BY m.valid_from > app.now()
  UNION ALL
  SELECT 'glass_over', pg_catalog.max(g.expires_at)
    FROM x JOIN public.glass g ON g.case_id = file AND g.staff_id = x.id AND g.id = ANY (app.my_glasses())
   WHERE x.works AND NOT x.reads AND (g.expires_at <= app.now() OR g.at <= app.now() - interval '4 hours')
  HAVING pg_catalog.max(g.expires_at) IS NOT NULL
  UNION ALL
  -- As app.privileged_cases says it of oneself.
  SELECT 'privileged', NULL FROM x
   WHERE x.works AND x.vouched AND EXISTS (SELECT FROM app.reading(file) r WHERE r.staff_id = x.id AND r.works)
     AND (x.worker_id = x.id OR EXISTS (
            SELECT FROM public.case_member m
             WHERE m.case_id = file AND m.staff_id = x.id AND m.privileged AND m.kind <> 'guest' AND m.valid_from <= app.now()
               AND (m.valid_until IS NULL OR m.valid_until > app.now())))
$$;
GRANT EXECUTE ON FUNCTION app.access_facts(uuid, uuid) TO accompany_app;
