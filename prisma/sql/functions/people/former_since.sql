-- Since when: what was written over before is lost, and a page that shows a day before it says so.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.former_since() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT w.since FROM public.row_watch w WHERE w.table_name = 'person_former_value' $$;
GRANT EXECUTE ON FUNCTION app.former_since() TO accompany_app;
