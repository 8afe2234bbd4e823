ALTER TABLE public.sdc_record
  ADD CONSTRAINT sdc_record_detention CHECK (
    (ending IS NULL OR unit = 'person' AND ending IN ('removed', 'other_end', 'unknown'))
    AND (length IS NULL OR unit = 'person' AND length IN ('0-28', '29+', 'unknown'))),
  ADD CONSTRAINT sdc_record_event CHECK ((unit IN ('encounter', 'visit')) = (event IS NOT NULL AND event_key IS NOT NULL)),
  ADD CONSTRAINT sdc_record_office CHECK (office IS NULL OR unit = 'person' AND office ~ '^office-[1-9][0-9]{0,3}$'),
  ADD CONSTRAINT sdc_record_sex CHECK (sex IN ('f', 'm', 'unknown')),
  ADD CONSTRAINT sdc_record_step CHECK ((unit IN ('guardianship', 'trafficking')) = (step IS NOT NULL)),
  ADD CONSTRAINT sdc_record_unit CHECK (unit IN ('person', 'encounter', 'visit', 'topic', 'signal', 'guardianship', 'trafficking'));
