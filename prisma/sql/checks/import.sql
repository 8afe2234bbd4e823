ALTER TABLE public.import
  ADD CONSTRAINT import_encoding CHECK (encoding IN ('utf-8', 'windows-1252', 'utf-16le', 'utf-16be')),
  ADD CONSTRAINT import_forgotten CHECK (forgotten_at IS NULL OR head_cipher IS NULL AND plan_cipher IS NULL),
  ADD CONSTRAINT import_separator CHECK (separator IN (';', ',', '	')),
  ADD CONSTRAINT import_size CHECK (rows BETWEEN 1 AND 50000 AND columns BETWEEN 1 AND 100 AND pieces BETWEEN 1 AND 1000),
  ADD CONSTRAINT import_source CHECK (source IN ('csv', 'xlsx')),
  ADD CONSTRAINT import_state CHECK (state IN ('brought', 'checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone', 'dropped'));
