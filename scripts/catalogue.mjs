// What a database is, as text: tables, columns, constraints, indexes, policies, triggers, functions and grants, in an order that does not
// depend on how or when they were made. Two databases with the same text behave the same for the same rows. Roles belong to the server
// (prisma/roles.sql, tests/integration/roles.test.ts); comments, publications and the tables of extensions are the administrator's.
// `prisma/catalogue.txt` is the committed text of a migrated database; `npm run db -- catalogue` writes it.
import path from 'node:path'
import { root } from './child.mjs'

export const catalogueFile = path.join(root, 'prisma/catalogue.txt')

const ours = "n.nspname IN ('public', 'app')"
// How the database got here (migrations, applied SQL files) is no part of what it is.
const noHistory = "c.relname NOT IN ('_prisma_migrations', 'migration_before', 'sql_source', 'sql_retired')"
const byName = 'COLLATE "C"'

/**
 * SQL for the grants of one object. Its owner may do everything, unless a line of its own says less.
 * @param {string} acl column @param {string} kind letter of acldefault() @param {string} owner column
 */
const grants = (acl, kind, owner) => `(
  SELECT coalesce(string_agg(line, ', ' ORDER BY line ${byName}), 'nobody else') FROM (
    SELECT CASE g.grantee WHEN 0 THEN 'everybody' ELSE pg_get_userbyid(g.grantee) END || '=' ||
           string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, '+' ORDER BY g.privilege_type ${byName}) AS line
      FROM aclexplode(coalesce(${acl}, acldefault(${kind}, ${owner}))) g GROUP BY g.grantee
    HAVING g.grantee <> ${owner} OR count(*) <> (SELECT count(*) FROM aclexplode(acldefault(${kind}, ${owner})) whole WHERE whole.grantee = ${owner})) lines)`

/** @param {string} condition SQL @param {string} text */
const when = (condition, text) => `CASE WHEN ${condition} THEN '${text}' ELSE '' END`

// Each query gives rows of (object, line).
const tableLines = [
  // Kind, owner, row security, grants.
  `SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'kind ' || c.relkind::text END
          || ${when("c.relpersistence <> 'p'", ' not permanent')} || ', owner ' || pg_get_userbyid(c.relowner)
          || ${when('c.relrowsecurity', ', row security')} || ${when('c.relforcerowsecurity', ' forced')}
          || coalesce(', with ' || array_to_string(c.reloptions, ', '), '') || ${when("c.relreplident <> 'd'", ', replica identity changed')}
          || '; ' || ${grants('c.relacl', `CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char"`, 'c.relowner')}
     FROM tables`,
  `SELECT 'column ' || lpad(CASE WHEN a.attnum < 0 THEN '0' ELSE row_number() OVER (PARTITION BY c.oid, a.attnum > 0 ORDER BY a.attnum) END::text, 2, '0') || ' ' || a.attname || ' '
          || format_type(a.atttypid, a.atttypmod)
          || CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || (SELECT l.collname FROM pg_collation l WHERE l.oid = a.attcollation) ELSE '' END
          || ${when('a.attnotnull', ' not null')} || CASE a.attidentity WHEN '' THEN '' ELSE ' identity ' || a.attidentity::text END
          || CASE WHEN d.oid IS NULL THEN '' ELSE CASE a.attgenerated WHEN '' THEN ' default ' ELSE ' generated as ' END || pg_get_expr(d.adbin, d.adrelid) END
          || CASE WHEN a.attstorage <> t.typstorage THEN ' storage ' || a.attstorage::text ELSE '' END
          || CASE WHEN a.attnum > 0 THEN coalesce(' statistics ' || nullif(a.attstattarget, -1), '') ELSE '' END
          || CASE WHEN a.attacl IS NULL THEN '' ELSE '; ' || ${grants('a.attacl', `'c'`, 'c.relowner')} END
     FROM tables JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE (a.attnum > 0 OR a.attacl IS NOT NULL) AND NOT a.attisdropped AND c.relkind <> 'S'`,
  // Constraints that a column is not null are left out: the column says it, and only PostgreSQL 18 has them.
  `SELECT 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid, true) || ${when('NOT k.convalidated', ' not validated')}
     FROM tables JOIN pg_constraint k ON k.conrelid = c.oid WHERE k.contype <> 'n'`,
  `SELECT 'index ' || pg_get_indexdef(x.indexrelid) || ${when('NOT x.indisvalid', ' invalid')} || ${when('x.indisclustered', ' clustered')}
     FROM tables JOIN pg_index x ON x.indrelid = c.oid`,
  `SELECT 'policy ' || quote_ident(p.polname) || ${when('NOT p.polpermissive', ' restrictive')} || ' for '
          || CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END || ' to '
          || (SELECT string_agg(CASE one WHEN 0 THEN 'everybody' ELSE pg_get_userbyid(one) END, ', ' ORDER BY pg_get_userbyid(one) ${byName}) FROM unnest(p.polroles) one)
          || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '') || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
     FROM tables JOIN pg_policy p ON p.polrelid = c.oid`,
  `SELECT 'trigger ' || pg_get_triggerdef(g.oid, true) || CASE g.tgenabled WHEN 'O' THEN '' ELSE ' enabled ' || g.tgenabled::text END
     FROM tables JOIN pg_trigger g ON g.tgrelid = c.oid WHERE NOT g.tgisinternal`,
  `SELECT 'rule ' || pg_get_ruledef(r.oid, true) FROM tables JOIN pg_rewrite r ON r.ev_class = c.oid`,
  `SELECT format('sequence of %s from %s by %s between %s and %s, cache %s%s, belongs to %s', format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement,
            s.seqmin, s.seqmax, s.seqcache, ${when('s.seqcycle', ', cycles')},
            coalesce((SELECT d.refobjid::regclass || '.' || a.attname FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                       WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')), 'none'))
     FROM tables JOIN pg_sequence s ON s.seqrelid = c.oid`,
].map((sql) => {
  const [select = '', from = ''] = sql.split(/\n\s+FROM tables\b|\s+FROM tables\b/)
  return `${select.replace('SELECT', "SELECT n.nspname || '.' || c.relname,")} FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace ${from}
          ${/\bWHERE\b/.test(from) ? 'AND' : 'WHERE'} ${ours} AND ${noHistory} AND c.relkind NOT IN ('i', 'I', 't', 'c')
          AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')`
})

const others = [
  `SELECT 'schema ' || n.nspname, 'owner ' || pg_get_userbyid(n.nspowner) || '; ' || ${grants('n.nspacl', `'n'`, 'n.nspowner')} FROM pg_namespace n WHERE ${ours}`,
  `SELECT 'type ' || n.nspname || '.' || t.typname, CASE t.typtype
            WHEN 'e' THEN 'one of ' || (SELECT string_agg(quote_literal(v.enumlabel), ', ' ORDER BY v.enumsortorder) FROM pg_enum v WHERE v.enumtypid = t.oid)
            ELSE 'kind ' || t.typtype::text || ' ' || coalesce(format_type(nullif(t.typbasetype, 0), t.typtypmod), '') END
          || ', owner ' || pg_get_userbyid(t.typowner) || '; ' || ${grants('t.typacl', `'T'`, 't.typowner')}
     FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE ${ours} AND t.typcategory <> 'A' AND (t.typtype <> 'c' OR c.relkind = 'c')`,
  `SELECT 'type ' || n.nspname || '.' || t.typname, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid, true)
     FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace WHERE ${ours} AND k.contype <> 'n'`,
  `SELECT 'statistics ' || s.stxname, pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ${ours}`,
  // The text of a function is in its file; here its fingerprint stands for it. One holds a number of the installation (app.go_on_counting).
  `SELECT 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')',
          CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'f' THEN 'returns ' || pg_get_function_result(p.oid) ELSE 'kind ' || p.prokind::text END
          || ', ' || l.lanname || CASE p.provolatile WHEN 'i' THEN ' immutable' WHEN 's' THEN ' stable' ELSE '' END
          || ${when('p.proisstrict', ' strict')} || ${when('p.proleakproof', ' leakproof')} || ${when('p.prosecdef', ' security definer')}
          || CASE p.proparallel WHEN 's' THEN ' parallel safe' WHEN 'r' THEN ' parallel restricted' ELSE '' END
          || format(' cost %s rows %s', p.procost, p.prorows) || coalesce(' set ' || array_to_string(p.proconfig, ', '), '')
          || ', text ' || md5(CASE p.proname WHEN 'trail_base' THEN regexp_replace(p.prosrc, '^SELECT \\d+::', 'SELECT 0::') ELSE p.prosrc END || coalesce(pg_get_function_sqlbody(p.oid), ''))
          || ', owner ' || pg_get_userbyid(p.proowner) || '; ' || ${grants('p.proacl', `'f'`, 'p.proowner')}
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
    WHERE ${ours} AND p.oid <> ALL ($1::oid[]) AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  `SELECT 'operator ' || o.oid::regoperator, 'exists' FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
    WHERE ${ours} AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')`,
  `SELECT 'cast ' || castsource::regtype || ' to ' || casttarget::regtype, 'exists' FROM pg_cast WHERE oid >= 16384`,
  `SELECT 'event trigger ' || evtname, 'exists' FROM pg_event_trigger`,
  `SELECT 'default grants of ' || pg_get_userbyid(d.defaclrole), coalesce('in ' || n.nspname, 'everywhere') || ' on kind ' || d.defaclobjtype::text || '; '
          || ${grants('d.defaclacl', 'd.defaclobjtype', 'd.defaclrole')}
     FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace`,
]

/** @typedef {{ object: string, line: string }} CatalogueLine */

/** @param {string} a @param {string} b */
const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * @param {import('pg').ClientBase} client any role: the catalogue is open to all
 * @returns {Promise<CatalogueLine[]>} sorted by object, then by line
 */
export async function readCatalogue(client) {
  const { rows: before } = await client.query(
    "SELECT current_setting('search_path') AS path, to_regclass('app.sql_retired') IS NOT NULL AS retires",
  )
  // Functions of the version before, which stay until the next one, are no part of this one (scripts/sql-files.mjs).
  const { rows: retired } = before[0].retires
    ? await client.query('SELECT to_regprocedure(signature)::oid AS id FROM app.sql_retired')
    : { rows: [] }
  // So that every name is written in full, whatever this session looks into.
  await client.query("SELECT set_config('search_path', '', false)")
  try {
    const { rows } = await client.query(
      [...tableLines, ...others]
        .map((sql) => `SELECT * FROM (${sql}) part(object, line)`)
        .join('\nUNION ALL\n'),
      [retired.map(({ id }) => id)],
    )
    return rows.sort((a, b) => byBytes(a.object, b.object) || byBytes(a.line, b.line))
  } finally {
    await client.query("SELECT set_config('search_path', $1, false)", [before[0].path])
  }
}

/** @param {readonly CatalogueLine[]} lines @returns {string} a paragraph for each object */
export function toText(lines) {
  const parts = lines.map(({ object, line }, at) => {
    const head = lines[at - 1]?.object === object ? '' : `${at === 0 ? '' : '\n'}${object}\n`
    return `${head}  ${line.replaceAll('\n', '\n    ')}\n`
  })
  return parts.join('')
}

/**
 * The first differences between two texts, for a person to read.
 * @param {string} wanted @param {string} found @param {number} [most] lines
 * @returns {string[]} empty when the texts are equal; "missing" is in `wanted` only, "extra" in `found` only
 */
export function differences(wanted, found, most = 12) {
  const toSet = (/** @type {string} */ text) =>
    new Set(
      text.split('\n\n').flatMap((part) => {
        const [object = '', ...lines] = part.trimEnd().split('\n  ')
        return lines.length === 0 ? [object] : lines.map((line) => `${object}: ${line}`)
      }),
    )
  const [left, right] = [toSet(wanted), toSet(found)]
  const only = (
    /** @type {string} */ word,
    /** @type {Set<string>} */ one,
    /** @type {Set<string>} */ other,
  ) => [...one].filter((line) => !other.has(line)).map((line) => ({ word, line }))
  return [...only('missing', left, right), ...only('extra', right, left)]
    .sort((a, b) => byBytes(a.line, b.line) || byBytes(b.word, a.word))
    .slice(0, most)
    .map(({ word, line }) => `${word}  ${line}`)
}

/** @param {import('pg').ClientBase} client @returns {Promise<string>} */
export const catalogueText = async (client) => toText(await readCatalogue(client))
