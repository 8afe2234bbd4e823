ALTER TABLE public.attachment
  ADD CONSTRAINT attachment_bytes CHECK (bytes BETWEEN 1 AND 26214400),
  ADD CONSTRAINT attachment_kind CHECK (kind IN ('identity', 'decision', 'procedure', 'detention', 'health', 'family', 'work', 'letter', 'photo', 'other')),
  ADD CONSTRAINT attachment_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removed_because IS NULL)
      AND COALESCE(removed_because IN ('wrong_file', 'wrong_paper', 'asked_by_person', 'infected'), true)),
  ADD CONSTRAINT attachment_scan CHECK (scan IN ('none', 'waiting', 'clean'));
