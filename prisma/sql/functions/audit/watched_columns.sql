SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.watched_columns(of_table text) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$ SELECT w.columns FROM public.row_watch w WHERE w.table_name = of_table $$;
GRANT EXECUTE ON FUNCTION app.watched_columns(text) TO accompany_owner;
