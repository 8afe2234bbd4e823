-- What is over: a text about an erased file goes from its author's drafts after its week, the register of what was taken along after half a
-- year, and what was judged once no key opens it any more.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.tidy_submissions() RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF app.job() IS DISTINCT FROM 'submissions' THEN RETURN; END IF;
  DELETE FROM public.draft d USING public.submission s
   WHERE s.kept_until < app.now() AND d.staff_id = s.staff_id AND d.tab = 'sealed-' || s.draft_id;
  UPDATE public.submission s SET kept_until = NULL WHERE s.kept_until < app.now();
  DELETE FROM public.device_taken t WHERE t.taken_at < app.now() - interval '180 days';
  DELETE FROM public.submission s
   WHERE s.outcome <> 'received' AND s.arrived_at < app.now() - interval '800 days'
     AND NOT EXISTS (SELECT 1 FROM public.waiting_entry w WHERE w.submission_id = s.id);
END $$;
GRANT EXECUTE ON FUNCTION app.tidy_submissions() TO accompany_job;
