SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.is_tallied(file_secrecy text, file_status text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN file_secrecy = 'open' AND file_status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived']);
