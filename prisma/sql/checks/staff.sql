ALTER TABLE public.staff
  ADD CONSTRAINT staff_alone_is_lead CHECK (leads_data_protection OR NOT data_lead_alone),
  ADD CONSTRAINT staff_lead_is_admin CHECK (role = 'admin'::public.role OR NOT leads_data_protection);
