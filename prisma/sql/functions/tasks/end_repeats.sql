-- What repeats while someone is detained ends with the detention: at the end of the transaction, so that a transfer from one centre to
-- another ends nothing.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.end_repeats() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE public.task SET withdrawn_at = app.now(), version = version + 1
   WHERE case_id = NEW.case_id AND repeats IN ('week_held', 'month_held') AND done_at IS NULL AND withdrawn_at IS NULL
     AND NOT EXISTS (SELECT FROM public.case_file f WHERE f.id = NEW.case_id AND f.is_held);
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.end_repeats() TO accompany_owner;
