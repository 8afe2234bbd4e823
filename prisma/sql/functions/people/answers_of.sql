-- What stands of a person in the columns of app.person_fields, by their names.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.answers_of(whom uuid) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  SELECT pg_catalog.jsonb_object_agg(f.field, pg_catalog.to_jsonb(h) -> f.field)
    FROM public.person h CROSS JOIN app.person_fields() f WHERE h.id = whom
$$;
