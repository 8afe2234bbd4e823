-- The keys of the registry (lib/settings/registry.ts), and what could weaken a protection once more, as bounds that no code can pass.
ALTER TABLE public.setting
  ADD CONSTRAINT setting_key CHECK (key IN ('organisation.short', 'organisation.logo', 'organisation.accent', 'organisation.contact',
      'organisation.languages', 'work.unseen', 'work.review', 'work.names', 'signIn.idle', 'signIn.day', 'signIn.secondStep',
      'signIn.password', 'mail.server', 'setup.steps', 'setup.does')),
  ADD CONSTRAINT setting_idle CHECK (key <> 'signIn.idle'
      OR ((value ->> 'own')::int BETWEEN 5 AND 30 AND (value ->> 'wide')::int BETWEEN 5 AND 15)),
  ADD CONSTRAINT setting_day CHECK (key <> 'signIn.day' OR value::int BETWEEN 1 AND 12),
  ADD CONSTRAINT setting_password CHECK (key <> 'signIn.password' OR value::int BETWEEN 12 AND 64),
  ADD CONSTRAINT setting_unseen CHECK (key <> 'work.unseen'
      OR ((value ->> 'held')::int BETWEEN 3 AND 45 AND (value ->> 'high')::int BETWEEN 3 AND (value ->> 'medium')::int
        AND (value ->> 'medium')::int <= (value ->> 'low')::int AND (value ->> 'low')::int <= 45));
