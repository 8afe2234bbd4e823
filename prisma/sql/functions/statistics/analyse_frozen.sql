-- After a freeze the database plans for the rows that are there now, and not for those of the quarter before: until it would look by
-- itself, the topics of thousands of people are read slowly. Only the owner of a table may have it looked at; the job asks for it
-- and gains nothing else.
CREATE OR REPLACE FUNCTION app.analyse_frozen() RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  ANALYZE public.snapshot, public.sdc_record;
END $$;
GRANT EXECUTE ON FUNCTION app.analyse_frozen() TO accompany_job;
