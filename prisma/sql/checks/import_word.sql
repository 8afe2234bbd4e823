ALTER TABLE public.import_word
  ADD CONSTRAINT import_word_code CHECK (length(code) <= 60),
  ADD CONSTRAINT import_word_field CHECK (field ~ '^[A-Za-z]{1,40}$'),
  ADD CONSTRAINT import_word_mark CHECK (length(mark) = 32);
