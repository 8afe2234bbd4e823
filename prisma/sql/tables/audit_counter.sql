CREATE POLICY guards ON public.audit_counter FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.audit_counter
  FOR EACH ROW
    WHEN (new.id IS DISTINCT FROM old.id OR new.of_snapshots IS DISTINCT FROM old.of_snapshots OR new.last IS DISTINCT FROM (old.last + 1))
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.audit_counter FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.audit_counter FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT, UPDATE (last) ON public.audit_counter TO accompany_guard;
GRANT USAGE ON SEQUENCE public.audit_counter_id_seq TO accompany_guard;
