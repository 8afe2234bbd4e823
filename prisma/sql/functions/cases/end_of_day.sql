SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.end_of_day(day date) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN (day + 1)::timestamp AT TIME ZONE 'Europe/Brussels';
GRANT EXECUTE ON FUNCTION app.end_of_day(date) TO accompany_app;
