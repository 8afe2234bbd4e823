-- What runs beside a procedure is a section of a summary too; which needs somebody has, of a whole one only.
ALTER TABLE public.case_summary DROP CONSTRAINT case_summary_sections;
ALTER TABLE public.case_summary ADD CONSTRAINT case_summary_sections CHECK (
  sections IS NOT NULL AND pg_catalog.cardinality(sections) > 0
  AND sections <@ ARRAY['identity', 'present', 'procedure', 'mandates', 'needs', 'matters', 'detention', 'deadlines', 'plan',
    'contacts', 'signals', 'people']
  AND (level = 'whole' OR NOT 'needs' = ANY (sections)));
