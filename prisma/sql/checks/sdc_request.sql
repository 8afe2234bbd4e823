ALTER TABLE public.sdc_request
  ADD CONSTRAINT sdc_request_kind CHECK (kind IN ('rows', 'exact', 'noise')),
  ADD CONSTRAINT sdc_request_state CHECK ((state IN ('asked', 'approved', 'declined')) AND (state = 'asked') = (answered_by IS NULL)
      AND (answered_by IS NULL) = (answered_at IS NULL) AND (state = 'declined') = (reason IS NOT NULL)),
  ADD CONSTRAINT sdc_request_two CHECK (state <> 'approved' OR answered_by <> requested_by),
  ADD CONSTRAINT sdc_request_words CHECK (length(recipient) BETWEEN 1 AND 120 AND length(purpose) BETWEEN 1 AND 300 AND length(reason) BETWEEN 1 AND 1000);
