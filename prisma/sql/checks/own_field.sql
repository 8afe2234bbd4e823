ALTER TABLE public.own_field
  ADD CONSTRAINT own_field_class CHECK (class IN ('ordinary', 'sensitive')),
  ADD CONSTRAINT own_field_decimals CHECK (decimals BETWEEN 0 AND 4 AND (type = 'amount' OR decimals = 0)),
  ADD CONSTRAINT own_field_key CHECK (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  ADD CONSTRAINT own_field_owner CHECK (owner IN ('file', 'person', 'encounter', 'visit') AND (owner <> 'visit' OR class = 'ordinary')),
  ADD CONSTRAINT own_field_type CHECK (type IN ('yes_no', 'one', 'several', 'amount', 'date', 'short', 'long', 'reference', 'contact', 'place', 'partner'));
