SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.note_watch(of_table text, these text[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
  INSERT INTO public.row_watch (table_name, columns) VALUES (of_table, these)
  ON CONFLICT (table_name) DO UPDATE SET columns = EXCLUDED.columns
$$;
GRANT EXECUTE ON FUNCTION app.note_watch(text, text[]) TO accompany_owner;
