ALTER TABLE public.letter_template
  ADD CONSTRAINT letter_template_key CHECK (key ~ '^[a-z][a-z0-9_]{1,39}$');
