-- A guardianship is a section of a summary, and a minor who is missing or has no guardian is open in a file that is closed.

ALTER TABLE public.case_leftover DROP CONSTRAINT case_leftover_kind;
ALTER TABLE public.case_leftover ADD CONSTRAINT case_leftover_kind
  CHECK (kind IN ('deadline', 'task', 'plan', 'step', 'signal', 'goal', 'minor'));

ALTER TABLE public.case_summary DROP CONSTRAINT case_summary_sections;
ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_sections CHECK (
  sections IS NOT NULL AND pg_catalog.cardinality(sections) > 0
  AND sections <@ ARRAY['identity', 'present', 'procedure', 'mandates', 'needs', 'matters', 'guardianship', 'detention', 'deadlines',
    'plan', 'contacts', 'signals', 'people']
  AND (level = 'whole' OR NOT 'needs' = ANY (sections)));

-- Which data stand in which section; lib/summaries/ground.rules.ts says the same.
CREATE OR REPLACE FUNCTION app.summary_scopes(sections text[], file_kind text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT s.scope), '{}')
    FROM (SELECT m.scope FROM pg_catalog.unnest(sections) AS section
            JOIN (VALUES ('identity', 'identity'), ('present', 'contact'), ('procedure', 'procedure'), ('mandates', 'procedure'),
                         ('needs', 'health'), ('matters', 'procedure'), ('guardianship', 'procedure'), ('detention', 'detention'),
                         ('deadlines', 'procedure'), ('plan', 'plan'), ('contacts', 'contact'), ('signals', 'health'),
                         ('people', 'family')) AS m (section, scope)
              USING (section)
          UNION ALL SELECT 'trafficking' WHERE file_kind = 'thb') AS s
$$;
