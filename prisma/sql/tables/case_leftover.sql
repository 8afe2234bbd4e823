-- What stayed open is said with the closing, by the one who closes, and not afterwards.
CREATE POLICY with_its_closing ON public.case_leftover AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (closing_id IN (SELECT c.id FROM public.case_closing c WHERE c.case_id = case_leftover.case_id AND c.kind = 'closed'
    AND c.created_by = (SELECT app.worker_id()) AND c.xmin = pg_current_xact_id()::xid));
GRANT INSERT, SELECT ON public.case_leftover TO accompany_app;
GRANT SELECT (xmin) ON public.case_leftover TO accompany_guard;
