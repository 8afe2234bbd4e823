ALTER TABLE public.person_identifier
  ADD CONSTRAINT person_identifier_number_mark CHECK (number_mark IS NULL OR (octet_length(number_mark) IN (0, 32))),
  ADD CONSTRAINT person_identifier_tail_mark CHECK (tail_mark IS NULL OR (octet_length(tail_mark) IN (0, 32))),
  ADD CONSTRAINT person_identifier_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)
      AND COALESCE(withdrawn_because IN ('other_person', 'misread', 'taken_back'), true));
