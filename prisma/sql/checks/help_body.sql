ALTER TABLE public.help_body
  ADD CONSTRAINT help_body_ages CHECK (ages IN ('adults', 'minors', 'all')),
  ADD CONSTRAINT help_body_kind CHECK (kind IN ('specialised_centre', 'child_centre', 'guardianship', 'child_helpline', 'help_line', 'authority')),
  ADD CONSTRAINT help_body_phone CHECK (phone IS NULL OR source IS NOT NULL AND read_on IS NOT NULL),
  ADD CONSTRAINT help_body_regions CHECK (regions IS NOT NULL AND regions <@ ARRAY['brussels', 'flanders', 'wallonia']);
