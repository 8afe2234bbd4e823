SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.drop_pieces() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM public.attachment_piece WHERE attachment_id = NEW.id;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.drop_pieces() TO accompany_owner;
