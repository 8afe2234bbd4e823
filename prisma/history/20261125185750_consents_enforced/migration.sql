-- AlterTable
ALTER TABLE "case_summary" ADD COLUMN     "ground" TEXT,
ADD COLUMN     "reason_cipher" BYTEA,
ADD COLUMN     "recipient" TEXT;

-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "left_out" INTEGER NOT NULL DEFAULT 0;

-- 1. A summary that leaves the house says what allows it ---------------------------------------------------------------

ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_ground CHECK (CASE
  WHEN ground IS NULL THEN recipient IS NULL AND reason_cipher IS NULL
  WHEN audience NOT IN ('lawyer', 'organisation') THEN false
  WHEN ground = 'consent' THEN recipient IS NOT NULL AND reason_cipher IS NULL
  ELSE ground IN ('legal_claims', 'vital_interest', 'legal_duty') AND recipient IS NULL AND reason_cipher IS NOT NULL END);

-- Which data stand in which section; lib/summaries/ground.rules.ts says the same. Whatever leaves a file about trafficking
-- tells of it, because its kind stands on the sheet.
CREATE FUNCTION app.summary_scopes(sections text[], file_kind text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT s.scope), '{}')
    FROM (SELECT m.scope FROM pg_catalog.unnest(sections) AS section
            JOIN (VALUES ('identity', 'identity'), ('present', 'contact'), ('procedure', 'procedure'), ('mandates', 'procedure'),
                         ('needs', 'health'), ('matters', 'procedure'), ('detention', 'detention'), ('deadlines', 'procedure'),
                         ('plan', 'plan'), ('contacts', 'contact'), ('signals', 'health'), ('people', 'family')) AS m (section, scope)
              USING (section)
          UNION ALL SELECT 'trafficking' WHERE file_kind = 'thb') AS s
$$;
REVOKE ALL ON FUNCTION app.summary_scopes(text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.summary_scopes(text[], text) TO accompany_app;

-- Of everybody whom the file is about. Relatives are third parties: initials, ages and what they are to each other, under the
-- family of whoever agreed.
CREATE FUNCTION app.check_summary_ground() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  somebody uuid;
  people int := 0;
  scopes text[];
BEGIN
  IF NEW.audience NOT IN ('lawyer', 'organisation') THEN
    RETURN NEW;
  END IF;
  IF NEW.ground IS NULL THEN
    RAISE EXCEPTION 'a summary that leaves the house says what allows it' USING ERRCODE = '23514';
  END IF;
  IF NEW.ground = 'consent' THEN
    SELECT app.summary_scopes(NEW.sections, f.kind) INTO scopes FROM public.case_file f WHERE f.id = NEW.case_id;
    FOR somebody IN SELECT cp.person_id FROM public.case_person cp
                     WHERE cp.case_id = NEW.case_id AND cp.role = 'principal' AND cp.until IS NULL ORDER BY 1 LOOP
      people := people + 1;
      PERFORM app.require_consent(NEW.case_id, somebody, 'summary', NEW.recipient, scopes);
    END LOOP;
    IF people = 0 THEN
      RAISE EXCEPTION 'nobody in the file could agree' USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.check_summary_ground() FROM PUBLIC;
CREATE TRIGGER check_summary_ground BEFORE INSERT ON public.case_summary
  FOR EACH ROW WHEN (CURRENT_USER = 'accompany_app') EXECUTE FUNCTION app.check_summary_ground();

-- 2. Whoever said no is not counted --------------------------------------------------------------------------------------

CREATE POLICY statistics ON public.consent FOR SELECT TO accompany_job
  USING ((SELECT app.job()) = 'statistics' AND purpose = 'statistics');
CREATE POLICY statistics ON public.consent_end FOR SELECT TO accompany_job
  USING ((SELECT app.job()) = 'statistics' AND consent_id IN (SELECT c.id FROM public.consent c));
GRANT SELECT (id, case_id, person_id, purpose, answer, asked_on, created_at) ON public.consent TO accompany_job;
GRANT SELECT (case_id, consent_id, kind, ended_on, created_at) ON public.consent_end TO accompany_job;

-- Everybody whose last word in one of her files is a no: a refusal at once, a withdrawal for periods that began after its day.
CREATE FUNCTION app.left_out_of(period_start date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = ''
AS $$
  WITH standing AS (
    SELECT c.id, c.case_id, c.person_id, c.answer, c.asked_on, c.created_at FROM public.consent c
     WHERE c.purpose = 'statistics' AND c.answer <> 'not_asked'
       AND NOT EXISTS (SELECT FROM public.consent_end m WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake')
  ), said AS (
    SELECT case_id, person_id, answer AS what, asked_on AS said_on, created_at FROM standing
    UNION ALL
    SELECT s.case_id, s.person_id, 'withdrawn', w.ended_on, w.created_at
      FROM standing s JOIN public.consent_end w ON w.case_id = s.case_id AND w.consent_id = s.id AND w.kind = 'withdrawn'
  ), last AS (
    SELECT DISTINCT ON (case_id, person_id) person_id, what, said_on FROM said
     ORDER BY case_id, person_id, said_on DESC, created_at DESC, what DESC
  )
  SELECT DISTINCT person_id FROM last
   WHERE what = 'refused' OR (what = 'withdrawn' AND said_on < period_start)
$$;
REVOKE ALL ON FUNCTION app.left_out_of(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.left_out_of(date) TO accompany_job;
ALTER TABLE public.snapshot ADD CONSTRAINT snapshot_left_out CHECK (left_out = 0 OR (left_out >= 20 AND left_out % 10 = 0));
