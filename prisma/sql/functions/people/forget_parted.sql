-- A merge that is taken back was never there: what it wrote over and what its end wrote over again are no changes, unless someone
-- has changed the same thing in between.
SET ROLE accompany_guard;
CREATE OR REPLACE FUNCTION app.forget_parted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM public.person_former_value v
   USING public.person_former_value made, public.person_former_value back
   WHERE made.subject_id = NEW.kept_id AND made.replaced_at = NEW.merged_at
     AND made.value = NEW.before ->> made.field AND made.became = NEW.after ->> made.field
     AND back.subject_id = NEW.kept_id AND back.field = made.field AND back.replaced_at = NEW.undone_at
     AND back.value = made.became AND back.became = made.value
     AND NOT EXISTS (SELECT FROM public.person_former_value other
                      WHERE other.subject_id = NEW.kept_id AND other.field = made.field
                        AND (other.replaced_at, other.txid) > (made.replaced_at, made.txid) AND other.id <> back.id)
     AND v.id IN (made.id, back.id);
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_parted() TO accompany_owner;
