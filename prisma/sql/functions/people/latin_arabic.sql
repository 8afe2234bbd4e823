CREATE OR REPLACE FUNCTION app.latin_arabic(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE r text := pg_catalog.translate(pg_catalog.regexp_replace(t, '[ً-ٰٟـ‌]', '', 'g'), 'أإآٱ', 'اااا');
BEGIN
  r := pg_catalog.regexp_replace(r, '\mعبد\s+', 'عبد', 'g');
  r := pg_catalog.regexp_replace(r, '\s*الله\M', 'اله', 'g');
  r := pg_catalog.regexp_replace(r, '(\m|\mعبد)ال(?=[^\s]{3})', '\1', 'g');
  r := pg_catalog.regexp_replace(r, '(?<=\S)ة\M', 'ا', 'g');
  r := pg_catalog.regexp_replace(r, '([\u0600-\u06ff]+)', '*\1', 'g');
  r := pg_catalog.translate(r, 'ابپتټحدډرړزژسصضطظعفڤقكکگلمنڼوهەيیىئؤءېۍۆێڕڵہھےٹڈڑںة',
                               'abptthddrrzjssdtzafvkkkglmnnwheyyaywaeyoerlhhetdrna');
  r := pg_catalog.regexp_replace(r, 'ث', 'th', 'g');
  r := pg_catalog.regexp_replace(r, 'ذ', 'dh', 'g');
  r := pg_catalog.regexp_replace(r, '[شښ]', 'sh', 'g');
  r := pg_catalog.regexp_replace(r, 'خ', 'kh', 'g');
  r := pg_catalog.regexp_replace(r, 'غ', 'gh', 'g');
  r := pg_catalog.regexp_replace(r, 'چ', 'ch', 'g');
  r := pg_catalog.regexp_replace(r, 'ج', 'j', 'g');
  r := pg_catalog.regexp_replace(r, 'ږ', 'zh', 'g');
  r := pg_catalog.regexp_replace(r, 'څ', 'ts', 'g');
  RETURN pg_catalog.regexp_replace(r, 'ځ', 'z', 'g');
END $$;
GRANT EXECUTE ON FUNCTION app.latin_arabic(text) TO accompany_app, accompany_guard;
