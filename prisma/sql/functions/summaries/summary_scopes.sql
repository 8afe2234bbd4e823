-- Which data stand in which section; lib/summaries/ground.rules.ts says the same.
CREATE OR REPLACE FUNCTION app.summary_scopes(sections text[], file_kind text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT s.scope), '{}')
    FROM (SELECT m.scope FROM pg_catalog.unnest(sections) AS section
            JOIN (VALUES ('identity', 'identity'), ('present', 'contact'), ('procedure', 'procedure'), ('mandates', 'procedure'),
                         ('needs', 'health'), ('matters', 'procedure'), ('guardianship', 'procedure'), ('detention', 'detention'),
                         ('deadlines', 'procedure'), ('plan', 'plan'), ('contacts', 'contact'), ('signals', 'health'),
                         ('people', 'family'), ('referrals', 'health'), ('own', 'procedure'), ('own', 'plan'), ('own', 'family'),
                         ('own_sensitive', 'health')) AS m (section, scope)
              USING (section)
          UNION ALL SELECT 'trafficking' WHERE file_kind = 'thb') AS s
$$;
GRANT EXECUTE ON FUNCTION app.summary_scopes(text[], text) TO accompany_app;
