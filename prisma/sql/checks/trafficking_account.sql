ALTER TABLE public.trafficking_account
  ADD CONSTRAINT trafficking_account_never_open CHECK (secrecy IN ('restricted', 'sealed')),
  ADD CONSTRAINT trafficking_account_revision CHECK (revision >= 1);
