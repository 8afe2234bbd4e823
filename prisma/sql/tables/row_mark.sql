CREATE POLICY guards ON public.row_mark FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.row_mark
  FOR EACH ROW
    WHEN (new.salt IS NOT NULL OR new.seq IS DISTINCT FROM old.seq OR new.txid IS DISTINCT FROM old.txid OR new.at IS DISTINCT FROM old.at
      OR new.by_role IS DISTINCT FROM old.by_role OR new.table_name IS DISTINCT FROM old.table_name OR new.row_key IS DISTINCT
      FROM old.row_key OR new.version IS DISTINCT FROM old.version OR new.digest IS DISTINCT FROM old.digest)
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.row_mark FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.row_mark FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT, UPDATE (salt) ON public.row_mark TO accompany_guard;
GRANT USAGE ON SEQUENCE public.row_mark_seq_seq TO accompany_guard;
