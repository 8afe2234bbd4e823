-- AlterTable
ALTER TABLE "case_person" ADD COLUMN     "basis" TEXT,
ADD COLUMN     "left_because" TEXT,
ADD COLUMN     "since" DATE,
ADD COLUMN     "until" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- 1. The words the code decides by (lib/cases/file-people.rules.ts) --------------------------------------------------

ALTER TABLE public.case_person ADD CONSTRAINT case_person_role CHECK (role IN (
  'principal', 'partner', 'child', 'parent', 'sibling', 'other_relative', 'family_member', 'companion'));
-- Only a kinship rests on something; family_member is family of whom nobody asked how.
ALTER TABLE public.case_person ADD CONSTRAINT case_person_basis CHECK (
  basis IS NULL OR (basis IN ('said', 'document') AND role IN ('partner', 'child', 'parent', 'sibling', 'other_relative')));
-- Whoever left has a day and a reason, and no row is ever deleted.
ALTER TABLE public.case_person ADD CONSTRAINT case_person_left CHECK (
  (until IS NULL) = (left_because IS NULL)
  AND COALESCE(left_because IN ('own_file', 'apart', 'died', 'mistake', 'other'), true)
  AND COALESCE(since <= until, true));
GRANT UPDATE (role, basis, since, until, left_because, version) ON public.case_person TO accompany_app;

-- 2. Somebody known from circles alone is written into no other file -------------------------------------------------
-- Until now only into no open one: the members of a second circle would have learned that she is in the first.

DROP POLICY circle_keeps ON public.case_person;
CREATE POLICY circle_keeps ON public.case_person AS RESTRICTIVE FOR INSERT TO accompany_app
  WITH CHECK (NOT app.is_within_circles(person_id));
