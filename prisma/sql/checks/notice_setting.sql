ALTER TABLE public.notice_setting
  ADD CONSTRAINT notice_setting_way CHECK (way IN ('now', 'digest', 'house', 'off'));
