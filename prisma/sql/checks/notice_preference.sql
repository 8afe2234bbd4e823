ALTER TABLE public.notice_preference
  ADD CONSTRAINT notice_preference_words CHECK ((digest IN ('off', 'daily', 'weekly')) AND quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23);
