-- What colleagues want to see first in a file is pinned. A pin has a version of its own: that of a text may only rise with
-- a new text, because the cipher is bound to it.

ALTER TABLE "note" ADD COLUMN "pin_version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "encounter" ADD COLUMN "pinned_at" TIMESTAMPTZ(3),
                        ADD COLUMN "pin_version" INTEGER NOT NULL DEFAULT 1;

GRANT UPDATE (pin_version) ON public.note TO accompany_app;
GRANT UPDATE (pinned_at, pin_version) ON public.encounter TO accompany_app;
