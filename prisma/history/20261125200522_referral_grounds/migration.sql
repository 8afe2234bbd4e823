-- AlterTable
ALTER TABLE "referral_step" ADD COLUMN     "ground" TEXT;

-- What leaves rests on a consent that covers it at that second, or on a ground of another kind with its reason. The articles are of
-- the GDPR: legal_claims 9(2)(f), vital_interest 6(1)(d) and 9(2)(c), legal_duty 6(1)(c). Which holds is to be confirmed by a lawyer.

ALTER TABLE public.referral_step ADD CONSTRAINT referral_step_ground CHECK (
  (kind = 'sent') = (ground IS NOT NULL)
  AND COALESCE(ground IN ('consent', 'legal_claims', 'vital_interest', 'legal_duty'), true)
  AND (COALESCE(ground, 'consent') = 'consent' OR words_cipher IS NOT NULL));

-- lib/referrals/ground.rules.ts says the same, and a test holds both together.
CREATE FUNCTION app.referral_scopes(fields text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT COALESCE(pg_catalog.array_agg(DISTINCT s.scope ORDER BY s.scope), '{}')
    FROM (VALUES ('initials', 'identity'), ('name', 'identity'), ('code', 'identity'), ('age', 'identity'), ('minority', 'identity'),
      ('sex', 'identity'), ('nationality', 'identity'), ('language', 'identity'), ('worker', 'identity'), ('reach', 'contact'),
      ('place', 'contact'), ('procedure', 'procedure'), ('deadlines', 'procedure'), ('detention', 'detention'), ('held', 'detention'),
      ('others', 'family'), ('danger', 'trafficking'), ('form', 'trafficking'), ('sector', 'trafficking'), ('region', 'trafficking'),
      ('recruited_in', 'trafficking'), ('signs', 'trafficking')) AS s(field, scope)
   WHERE s.field = ANY (fields)
$$;
CREATE FUNCTION app.referral_recipient(kind text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = ''
AS $$
  SELECT 'kind:' || CASE kind WHEN 'specialised_centre' THEN 'victim_centre' WHEN 'child_centre' THEN 'victim_centre'
    WHEN 'guardianship' THEN 'guardianship' WHEN 'authority' THEN 'authority' WHEN 'lawyer' THEN 'lawyer'
    WHEN 'health' THEN 'health_care' WHEN 'shelter' THEN 'reception' ELSE 'organisation' END
$$;

-- By the rights of the writer, as app.consent_gap is.
CREATE FUNCTION app.check_referral_ground() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE r public.referral; own text;
BEGIN
  SELECT * INTO r FROM public.referral x
   WHERE x.case_id = NEW.case_id AND x.subject_id = NEW.referral_id ORDER BY x.revision DESC LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such referral' USING ERRCODE = '42501';
  END IF;
  IF r.body_slug IS NOT NULL THEN
    PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('consent:' || NEW.case_id, 0));
    own := app.consent_gap(NEW.case_id, r.person_id, 'referral', 'actor:' || r.body_slug, app.referral_scopes(r.fields));
    IF own IS NULL THEN
      RETURN NEW;
    END IF;
    -- A no to this body stands against a yes to its kind.
    IF own IN ('refused', 'withdrawn') THEN
      RAISE EXCEPTION 'no consent: %', own USING ERRCODE = '23514';
    END IF;
  END IF;
  PERFORM app.require_consent(NEW.case_id, r.person_id, 'referral', app.referral_recipient(r.kind), app.referral_scopes(r.fields));
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.referral_scopes(text[]), app.referral_recipient(text), app.check_referral_ground() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.referral_scopes(text[]), app.referral_recipient(text) TO accompany_app;
CREATE TRIGGER check_referral_ground BEFORE INSERT ON public.referral_step
  FOR EACH ROW WHEN (NEW.kind = 'sent' AND NEW.ground = 'consent') EXECUTE FUNCTION app.check_referral_ground();
