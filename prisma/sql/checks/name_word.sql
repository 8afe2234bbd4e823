ALTER TABLE public.name_word
  ADD CONSTRAINT name_word_never_sealed CHECK (secrecy <> 'sealed');
