-- By the rights of the writer: what they may not see they may not revise either.
CREATE OR REPLACE FUNCTION app.keep_sent() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.revision > 1 AND NEW.mistake IS NULL AND EXISTS (
       SELECT FROM public.referral_step s WHERE s.case_id = NEW.case_id AND s.referral_id = NEW.subject_id AND s.kind = 'sent'
          AND NOT EXISTS (SELECT FROM public.referral_step b WHERE b.case_id = s.case_id AND b.takes_back = s.id)) THEN
    RAISE EXCEPTION 'what was sent stays what it was' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
