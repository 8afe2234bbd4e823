-- What is said of a person in a restricted or sealed file stays with whoever reads that file, also when the same person
-- stands in an open file too: until now a name or a nationality learned inside was shown through the shared person.

ALTER TABLE "person_name" ADD COLUMN "circle_case_id" UUID;
ALTER TABLE "age_claim" ADD COLUMN "circle_case_id" UUID;
ALTER TABLE "nationality" ADD COLUMN "circle_case_id" UUID;
ALTER TABLE "person_language" ADD COLUMN "circle_case_id" UUID;
ALTER TABLE "person_identifier" ADD COLUMN "circle_case_id" UUID;
ALTER TABLE "person_origin" ADD COLUMN "circle_case_id" UUID;

CREATE INDEX "person_name_circle_case_id_idx" ON "person_name"("circle_case_id");
CREATE INDEX "age_claim_circle_case_id_idx" ON "age_claim"("circle_case_id");
CREATE INDEX "nationality_circle_case_id_idx" ON "nationality"("circle_case_id");
CREATE INDEX "person_language_circle_case_id_idx" ON "person_language"("circle_case_id");
CREATE INDEX "person_identifier_circle_case_id_idx" ON "person_identifier"("circle_case_id");
CREATE INDEX "person_origin_circle_case_id_idx" ON "person_origin"("circle_case_id");

ALTER TABLE "person_name" ADD CONSTRAINT "person_name_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "age_claim" ADD CONSTRAINT "age_claim_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "nationality" ADD CONSTRAINT "nationality_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "person_language" ADD CONSTRAINT "person_language_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "person_identifier" ADD CONSTRAINT "person_identifier_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "person_origin" ADD CONSTRAINT "person_origin_circle_case_id_fkey" FOREIGN KEY ("circle_case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One procedure for each table of claims, so that the next one forgets neither lock.
CREATE PROCEDURE app.protect_claim_table(t text)
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  EXECUTE pg_catalog.format('CREATE POLICY circle ON public.%I AS RESTRICTIVE FOR SELECT TO accompany_app
    USING (circle_case_id IS NULL OR EXISTS (SELECT FROM public.case_file f WHERE f.id = circle_case_id))', t);
  -- Whoever knows a person from restricted files only says nothing about her to anybody else; and nobody says something
  -- "within" a file in which the person does not stand.
  EXECUTE pg_catalog.format('CREATE POLICY circle_add ON public.%I AS RESTRICTIVE FOR INSERT TO accompany_app
    WITH CHECK (CASE WHEN circle_case_id IS NULL THEN NOT app.is_within_circles(person_id)
                     ELSE EXISTS (SELECT FROM public.case_person cp WHERE cp.case_id = circle_case_id AND cp.person_id = %I.person_id
                                   AND cp.secrecy <> ''open'') END)', t, t);
END $$;
REVOKE ALL ON PROCEDURE app.protect_claim_table(text) FROM PUBLIC;
CALL app.protect_claim_table('person_name');
CALL app.protect_claim_table('age_claim');
CALL app.protect_claim_table('nationality');
CALL app.protect_claim_table('person_language');
CALL app.protect_claim_table('person_identifier');
CALL app.protect_claim_table('person_origin');

-- As the other claims ask it: about one row, not about everything within reach.
ALTER POLICY reach ON public.person_origin
  USING (EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_origin.person_id));
ALTER POLICY add ON public.person_origin
  WITH CHECK ((SELECT app.worker_id()) IS NOT NULL AND EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_origin.person_id));
