-- lib/referrals/ground.rules.ts says the same, and a test holds both together.
CREATE OR REPLACE FUNCTION app.referral_scopes(fields text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT s.scope ORDER BY s.scope), '{}')
    FROM (VALUES ('initials', 'identity'), ('name', 'identity'), ('code', 'identity'), ('age', 'identity'), ('minority', 'identity'),
      ('sex', 'identity'), ('nationality', 'identity'), ('language', 'identity'), ('worker', 'identity'), ('reach', 'contact'),
      ('place', 'contact'), ('procedure', 'procedure'), ('deadlines', 'procedure'), ('detention', 'detention'), ('held', 'detention'),
      ('others', 'family'), ('danger', 'trafficking'), ('form', 'trafficking'), ('sector', 'trafficking'), ('region', 'trafficking'),
      ('recruited_in', 'trafficking'), ('signs', 'trafficking')) AS s(field, scope)
   WHERE s.field = ANY (fields)
$$;
GRANT EXECUTE ON FUNCTION app.referral_scopes(text[]) TO accompany_app, accompany_guard;
