CREATE POLICY guards ON public.row_watch FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.row_watch FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT, UPDATE (columns) ON public.row_watch TO accompany_guard;
