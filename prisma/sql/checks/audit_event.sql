ALTER TABLE public.audit_event
  ADD CONSTRAINT audit_event_numbered CHECK ((counter IS NULL) = (number IS NULL));
