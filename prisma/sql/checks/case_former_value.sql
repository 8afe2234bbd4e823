ALTER TABLE public.case_former_value
  ADD CONSTRAINT case_former_value_field CHECK (field IN ('kind', 'status', 'risk', 'secrecy', 'next_step')),
  ADD CONSTRAINT case_former_value_holds CHECK (CASE WHEN field = 'next_step' THEN value IS NULL AND became IS NULL AND revision IS NOT NULL ELSE value <> became AND cipher IS NULL
      AND revision IS NULL AND on_day IS NULL END);
