ALTER TABLE public.letter_document
  ADD CONSTRAINT letter_document_hash CHECK (hash = encode(sha256(bytes), 'hex')),
  ADD CONSTRAINT letter_document_size CHECK (length(bytes) BETWEEN 1 AND 3000000);
