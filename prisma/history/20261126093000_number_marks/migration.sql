-- AlterTable
ALTER TABLE "guardianship_event" ADD COLUMN     "number_mark" BYTEA;

-- AlterTable
ALTER TABLE "safe_contact" ADD COLUMN     "number_mark" BYTEA;

-- CreateIndex
CREATE INDEX "guardianship_event_team_id_number_mark_idx" ON "guardianship_event"("team_id", "number_mark");

-- CreateIndex
CREATE INDEX "safe_contact_team_id_number_mark_idx" ON "safe_contact"("team_id", "number_mark");

-- Numbers are found by keyed marks (docs/adr/0075). A file that is sealed keeps none, and one that becomes sealed loses them: after
-- copy_scope has said what the file is (triggers run in the order of their names).
CREATE FUNCTION app.forget_number() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NEW.secrecy = 'sealed' THEN NEW.number_mark := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_number BEFORE INSERT OR UPDATE ON public.safe_contact
  FOR EACH ROW EXECUTE FUNCTION app.forget_number();
CREATE TRIGGER forget_number BEFORE INSERT OR UPDATE ON public.guardianship_event
  FOR EACH ROW EXECUTE FUNCTION app.forget_number();
ALTER TABLE public.safe_contact ADD CONSTRAINT safe_contact_number_mark
  CHECK (number_mark IS NULL OR (secrecy <> 'sealed' AND octet_length(number_mark) IN (0, 32)));
ALTER TABLE public.guardianship_event ADD CONSTRAINT guardianship_event_number_mark
  CHECK (number_mark IS NULL OR (secrecy <> 'sealed' AND octet_length(number_mark) IN (0, 32)));
