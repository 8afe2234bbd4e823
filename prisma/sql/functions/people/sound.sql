-- One spelling for what sounds alike. The result has letters of its own: c as in church or shoe, x as in Khaled. A rule is looked
-- at where its letters stand (LIKE is cheap, and PostgreSQL keeps few compiled patterns).
CREATE OR REPLACE FUNCTION app.sound(t text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = ''
AS $$
DECLARE r text := t; rule text[];
BEGIN
  -- The article of "servant of the …" goes with the letter it was drawn to: Abdul Rahman, Abderrahmane.
  IF r LIKE 'abd%' OR r LIKE '*abd%' THEN
    r := pg_catalog.regexp_replace(r, '^(\*?)abd[aeiou]*(?:l(?=[^aeiouy])|r(?=r)|s(?=s)|n(?=n)|d(?=d)|z(?=z)|t(?=t))', '\1abd');
  END IF;
  IF r LIKE '___%e' AND pg_catalog.strpos('aeiou', pg_catalog.substr(r, pg_catalog.length(r) - 1, 1)) = 0 THEN
    r := pg_catalog.left(r, -1);
  END IF;
  FOREACH rule SLICE 1 IN ARRAY ARRAY[
    ['shtsh','C'],['schtsch','C'],['chtch','C'],['shch','C'],['stsch','C'],['szcz','C'],['tsch','C'],['tch','C'],['tsh','C'],
    ['dsch','J'],['dzh','J'],['dj','J'],['xh','J'],['gj','J'],['sch','C'],['sh','C'],['sz','C'],['cz','C'],['ch','C'],['zh','J'],
    ['ck','k'],['kh','x'],['ks','x'],['rh','r'],['gh','g'],['ph','f'],['th','t'],['dh','d'],['bh','b']
  ] LOOP
    IF pg_catalog.strpos(r, rule[1]) > 0 THEN r := pg_catalog.replace(r, rule[1], rule[2]); END IF;
  END LOOP;
  FOREACH rule SLICE 1 IN ARRAY ARRAY[
    ['qu','qu(?=[eiy])','k'],['di','^(n?)di(?=[aeou])','\1J'],['di','([aeou])di(?=[aou])','\1J'],['gi','gi(?=[aou])','J'],
    ['gu','gu(?=[eiy])','g'],['ou','(^|[^aeiou])ou(?=[aeiy])','\1w'],['ou','ou','u'],['oo','oo','u'],['uu','uu','u'],['ee','ee','i'],
    ['ie','ie$','i'],['iy','iy$','i'],['yi','yi','i'],['ai','ai','e'],['ay','ay','e'],['ei','ei','e'],['ey','ey','e'],
    ['aj','aj(?=[^aeiou]|$)','e'],['ej','ej(?=[^aeiou]|$)','e'],['ij','ij$','i'],['aw','aw(?=[^aeiouy]|$)','o'],['au','au','o'],
    ['w','w(?=[^aeiouy]|$)','u'],['c','c(?=[eiy])','s'],['ic','ic$','iC'],['h','(?<=[aeiou])h(?=[^aeiouy]|$)',''],['gn','gn(?=[aeiou])','n'],
    ['y','y(?=[^aeiou]|$)','i']
  ] LOOP
    IF pg_catalog.strpos(r, rule[1]) > 0 THEN r := pg_catalog.regexp_replace(r, rule[2], rule[3], 'g'); END IF;
  END LOOP;
  r := pg_catalog.translate(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(r, 'ts', 's'), 'tz', 's'), 'dz', 'z'), 'cqCJ', 'kkcj');
  RETURN pg_catalog.regexp_replace(r, '([a-z])\1+', '\1', 'g');
END $$;
GRANT EXECUTE ON FUNCTION app.sound(text) TO accompany_app, accompany_guard;
