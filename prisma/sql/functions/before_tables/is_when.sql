-- Dates as people know them (docs/adr/0026). A table keeps one in five columns, and one function says whether they agree:
--   x_when text (the code), x_from date, x_to date (first and last possible day), x_text text (as typed), x_basis text
--   CONSTRAINT … CHECK (app.is_when(x_when, x_from, x_to, x_text, x_basis))
-- All empty is a question not asked. The days of a year, a month or a season are all of its days: no one can write a
-- first of January for a year.
CREATE OR REPLACE FUNCTION app.is_when(code text, first_day date, last_day date, typed text, basis text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN CASE
    WHEN code IS NULL OR code IN ('not_known', 'declined')
      THEN first_day IS NULL AND last_day IS NULL AND typed IS NULL AND basis IS NULL
    WHEN first_day IS NULL OR last_day IS NULL OR typed IS NULL OR basis IS NULL
      OR pg_catalog.length(typed) NOT BETWEEN 1 AND 100
      OR basis NOT IN ('said', 'document', 'authority', 'estimate') THEN false
    WHEN code ~ '^\d{4}-\d{2}-\d{2}$' THEN first_day = last_day AND first_day = pg_catalog.make_date(
      pg_catalog.substr(code, 1, 4)::int, pg_catalog.substr(code, 6, 2)::int, pg_catalog.substr(code, 9, 2)::int)
    WHEN code ~ '^\d{4}-(0[1-9]|1[0-2])$' THEN
      first_day = pg_catalog.make_date(pg_catalog.substr(code, 1, 4)::int, pg_catalog.substr(code, 6, 2)::int, 1)
      AND last_day = (first_day + INTERVAL '1 month' - INTERVAL '1 day')::date
    -- 21 spring, 22 summer, 23 autumn, 24 winter, which ends in the next year.
    WHEN code ~ '^\d{4}-2[1-4]$' THEN
      first_day = pg_catalog.make_date(pg_catalog.substr(code, 1, 4)::int, 3 * (pg_catalog.substr(code, 6, 2)::int - 20), 1)
      AND last_day = (first_day + INTERVAL '3 months' - INTERVAL '1 day')::date
    WHEN code ~ '^\d{4}$' THEN
      first_day = pg_catalog.make_date(code::int, 1, 1) AND last_day = pg_catalog.make_date(code::int, 12, 31)
    WHEN code ~ '^\d{4}(-\d{2}){0,2}~$' THEN first_day < last_day
    WHEN code ~ '^\d{4}(-\d{2}){0,2}/\d{4}(-\d{2}){0,2}$' THEN first_day <= last_day
    ELSE false
  END;
GRANT EXECUTE ON FUNCTION app.is_when(text, date, date, text, text) TO accompany_app, accompany_auth, accompany_guard, accompany_job;
