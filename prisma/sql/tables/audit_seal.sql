CREATE POLICY guards ON public.audit_seal FOR ALL TO accompany_guard USING (true) WITH CHECK (true);
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.audit_seal
  FOR EACH ROW
    WHEN (old.signature IS NOT NULL OR new.number IS DISTINCT FROM old.number OR new.sealed_at IS DISTINCT FROM old.sealed_at
      OR new.first_txid IS DISTINCT FROM old.first_txid OR new.end_txid IS DISTINCT FROM old.end_txid OR new.events IS DISTINCT
      FROM old.events OR new.event_leaves IS DISTINCT FROM old.event_leaves OR new.marks IS DISTINCT FROM old.marks
      OR new.mark_leaves IS DISTINCT FROM old.mark_leaves OR new.previous IS DISTINCT FROM old.previous OR new.chain IS DISTINCT
      FROM old.chain)
  EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT, UPDATE (kid, signature) ON public.audit_seal TO accompany_guard;
