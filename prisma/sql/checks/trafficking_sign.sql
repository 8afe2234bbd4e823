ALTER TABLE public.trafficking_sign
  ADD CONSTRAINT trafficking_sign_never_open CHECK (secrecy IN ('restricted', 'sealed')),
  ADD CONSTRAINT trafficking_sign_revision CHECK (revision >= 1 AND (revision = 1) = (id = subject_id)
      AND (mistake IS NULL OR revision > 1 AND (mistake IN ('not_happened', 'wrong_file', 'recorded_twice'))));
