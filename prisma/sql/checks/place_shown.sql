ALTER TABLE public.place_shown
  ADD CONSTRAINT place_shown_visit CHECK (char_length(visit_hours) <= 300 AND char_length(visit_phone) <= 60 AND char_length(visit_bring) <= 500);
