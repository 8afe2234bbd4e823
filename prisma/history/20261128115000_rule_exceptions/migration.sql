-- The conditions under which a rule of deadlines does not hold. By rule and not by edition: an edition that shipped is never changed,
-- and these words may be corrected at each load.
CREATE TABLE "deadline_rule_exception" (
    "code" TEXT NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "deadline_rule_exception_pkey" PRIMARY KEY ("code")
);

REVOKE ALL ON public.deadline_rule_exception FROM PUBLIC;
GRANT SELECT ON public.deadline_rule_exception TO accompany_app, accompany_backup;
