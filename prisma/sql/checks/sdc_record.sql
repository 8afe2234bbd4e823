ALTER TABLE public.sdc_record
  ADD CONSTRAINT sdc_record_event CHECK ((unit IN ('encounter', 'visit')) = (event IS NOT NULL AND event_key IS NOT NULL)),
  ADD CONSTRAINT sdc_record_step CHECK ((unit IN ('guardianship', 'trafficking')) = (step IS NOT NULL)),
  ADD CONSTRAINT sdc_record_unit CHECK (unit IN ('person', 'encounter', 'visit', 'topic', 'signal', 'guardianship', 'trafficking'));
