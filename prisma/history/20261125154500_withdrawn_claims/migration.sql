-- AlterTable
ALTER TABLE "age_claim" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_because" TEXT;

-- AlterTable
ALTER TABLE "nationality" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_because" TEXT;

-- AlterTable
ALTER TABLE "person_identifier" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_because" TEXT;

-- AlterTable
ALTER TABLE "person_language" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_because" TEXT;

-- AlterTable
ALTER TABLE "person_name" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_because" TEXT;

-- AlterTable
ALTER TABLE "person_origin" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_because" TEXT;

-- A claim that was a mistake is withdrawn: once, with a reason, and never changed otherwise. It stays readable to whoever
-- read it, and counts for nothing.

CREATE FUNCTION app.guard_withdrawal() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL THEN
    RAISE EXCEPTION 'a claim is withdrawn once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.guard_withdrawal() FROM PUBLIC;

-- One procedure for each table of claims, as for their circles (app.protect_claim_table).
CREATE PROCEDURE app.let_claims_be_withdrawn(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
    AND COALESCE(withdrawn_because IN (''other_person'', ''misread'', ''taken_back''), true))', t, t || '_withdrawn');
  EXECUTE pg_catalog.format('CREATE POLICY withdraw ON public.%I FOR UPDATE TO accompany_app
    USING ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = %I.person_id))', t, t);
  -- Who may say it may unsay it: within the circle what was said there, and outside only who knows the person outside.
  EXECUTE pg_catalog.format('CREATE POLICY circle_withdraw ON public.%I AS RESTRICTIVE FOR UPDATE TO accompany_app
    USING (CASE WHEN circle_case_id IS NULL THEN NOT app.is_within_circles(person_id)
                ELSE EXISTS (SELECT FROM public.case_file f WHERE f.id = circle_case_id) END)', t);
  EXECUTE pg_catalog.format('CREATE TRIGGER guard_withdrawal BEFORE UPDATE ON public.%I
    FOR EACH ROW WHEN (CURRENT_USER = ''accompany_app'') EXECUTE FUNCTION app.guard_withdrawal()', t);
  EXECUTE pg_catalog.format('GRANT UPDATE (withdrawn_at, withdrawn_because) ON public.%I TO accompany_app', t);
END $$;
REVOKE ALL ON PROCEDURE app.let_claims_be_withdrawn(text) FROM PUBLIC;
CALL app.let_claims_be_withdrawn('person_name');
CALL app.let_claims_be_withdrawn('age_claim');
CALL app.let_claims_be_withdrawn('nationality');
CALL app.let_claims_be_withdrawn('person_origin');
CALL app.let_claims_be_withdrawn('person_language');
CALL app.let_claims_be_withdrawn('person_identifier');

-- A snapshot freezes what stands.
GRANT SELECT (withdrawn_at) ON public.age_claim, public.nationality TO accompany_job;
