-- What a value of a table means in this organisation, by a keyed mark of it (docs/adr/0127).
CREATE TABLE public.import_word (
  organisation_id uuid NOT NULL,
  mark bytea NOT NULL,
  field text NOT NULL,
  code text NOT NULL,
  said_by uuid NOT NULL,
  said_at timestamp(3) with time zone DEFAULT app.now() NOT NULL,
  CONSTRAINT import_word_pkey PRIMARY KEY (organisation_id, mark),
  CONSTRAINT import_word_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_word_said_by_fkey FOREIGN KEY (said_by) REFERENCES public.staff(id) ON UPDATE CASCADE ON DELETE RESTRICT
);
