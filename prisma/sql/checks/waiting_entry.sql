ALTER TABLE public.waiting_entry
  ADD CONSTRAINT waiting_entry_codes CHECK (form IN ('visit', 'note', 'task', 'activity') AND reason IN ('closed', 'elsewhere'));
ALTER TABLE public.waiting_entry
  ADD CONSTRAINT waiting_entry_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (how IS NULL)
    AND how IN ('placed', 'refused') AND (how = 'refused') = (words_cipher IS NOT NULL));
