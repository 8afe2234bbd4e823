-- Writes answers over those that stand, where they differ. answers: some or all columns of app.person_fields, by their names.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.write_answers(whom uuid, answers jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = ''
AS $$
DECLARE changes text;
BEGIN
  SELECT pg_catalog.string_agg(pg_catalog.format('%I = $2 ->> %L', f.field, f.field), ', ') INTO changes
    FROM app.person_fields() f WHERE answers ->> f.field <> app.answers_of(whom) ->> f.field;
  IF changes IS NOT NULL THEN
    EXECUTE pg_catalog.format('UPDATE public.person h SET version = h.version + 1, %s WHERE h.id = $1', changes) USING whom, answers;
  END IF;
END $$;
