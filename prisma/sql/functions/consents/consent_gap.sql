-- As before (20261125183022_consents), and by the names of its columns, so that the guard may ask without reading a cipher.
CREATE OR REPLACE FUNCTION app.consent_gap(in_file uuid, of_person uuid, for_purpose text, to_recipient text, of_scope text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH consents AS (
    SELECT c.id, c.answer, c.scopes, c.asked_on, c.created_at, c.expires_at, c.is_minor, c.given_by, c.child_view,
           w.ended_on, w.created_at AS withdrawn_at
      FROM public.consent c
      LEFT JOIN public.consent_end w ON w.case_id = c.case_id AND w.consent_id = c.id AND w.kind = 'withdrawn'
     WHERE c.case_id = in_file AND c.person_id = of_person AND c.purpose = for_purpose
       AND CASE WHEN c.recipient = 'named' THEN to_recipient = 'named:' || c.id ELSE c.recipient = to_recipient END
       AND NOT EXISTS (SELECT FROM public.consent_end m
                        WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')
  ), no AS (
    SELECT s.id, s.asked_on AS said_on, s.created_at AS written_at, s.scopes, 'refused' AS what FROM consents s WHERE s.answer = 'refused'
    UNION ALL
    SELECT s.id, s.ended_on, s.withdrawn_at, s.scopes, 'withdrawn' FROM consents s WHERE s.withdrawn_at IS NOT NULL
  ), verdicts AS (
    SELECT s.asked_on, s.created_at, s.id, CASE
        WHEN s.answer <> 'given' THEN s.answer
        WHEN s.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN later.what IS NOT NULL THEN later.what
        WHEN s.expires_at <= app.now() THEN 'expired'
        WHEN s.is_minor AND s.given_by NOT IN ('guardian', 'parent') THEN 'guardian'
        WHEN s.is_minor AND s.child_view NOT IN ('agrees', 'too_young') THEN 'child'
        WHEN NOT s.scopes @> of_scope THEN 'scope'
      END AS gap
      FROM consents s
      LEFT JOIN LATERAL (
        SELECT n.what FROM no n
         WHERE n.id <> s.id AND (n.said_on, n.written_at) > (s.asked_on, s.created_at)
           AND (pg_catalog.cardinality(n.scopes) = 0 OR n.scopes && of_scope)
         ORDER BY n.said_on DESC, n.written_at DESC LIMIT 1) later ON true
  )
  SELECT CASE WHEN EXISTS (SELECT FROM verdicts WHERE gap IS NULL) THEN NULL
              ELSE COALESCE((SELECT gap FROM verdicts ORDER BY asked_on DESC, created_at DESC, id DESC LIMIT 1), 'not_asked') END
$$;
GRANT EXECUTE ON FUNCTION app.consent_gap(uuid, uuid, text, text, text[]) TO accompany_app, accompany_guard;
