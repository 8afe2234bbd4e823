import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { PERSON_COLUMNS } from '@/lib/people/person-field.rules'
import { openSuperuser } from '../support/superuser'

// What an erasure does with every column that can hold a word. A table that hangs on a file or on a person goes with it by its
// foreign key; every other one is named here with its reason, so a new table or column cannot be forgotten.

/** Rows that stay to be counted, on a file and on people that never were: what becomes of each column that holds text or bytes. */
const KEPT: Readonly<Record<string, Readonly<Record<string, 'code' | 'blanked' | 'new'>>>> = {
  case_file: {
    code: 'new',
    kind: 'code',
    status: 'new',
    risk: 'new',
    secrecy: 'new',
    closure_reason: 'blanked',
    next_step_cipher: 'blanked',
    next_step_moved_cipher: 'blanked',
  },
  // The row that stays is a new one, with nothing asked.
  person: {
    code: 'new',
    ...Object.fromEntries(PERSON_COLUMNS.codes.map((column) => [column, 'blanked' as const])),
  },
  encounter: {
    outcome: 'code',
    note_cipher: 'blanked',
    interpreter: 'code',
    language: 'blanked',
    met_at: 'code',
    mode: 'code',
    own_outcome: 'code',
    secrecy: 'new',
  },
  encounter_item: { kind: 'code', code: 'code', secrecy: 'new' },
  encounter_finer: { kind: 'code', code: 'code', secrecy: 'new' },
  signal: {
    code: 'code',
    severity: 'code',
    note_cipher: 'blanked',
    answer_cipher: 'blanked',
    secrecy: 'new',
  },
  file_erasure: {
    file_kind: 'code',
    ground: 'code',
    words_cipher: 'blanked',
    state: 'code',
    counts: 'code',
  },
}

/** Tables about no one who is helped here, or that hold ids and codes only. */
const OF_NO_ONE: Readonly<Record<string, string>> = {
  accreditation: 'colleagues',
  caseload_tally: 'numbers',
  calendar_feed: 'colleagues',
  capability_grant: 'colleagues',
  centre_closure: 'places',
  credential: 'colleagues',
  deadline_ruling: 'rules of the organisation',
  draft: 'encrypted; looked through at the erasure (lib/rights/erased-draft.data.ts)',
  draft_key: 'colleagues',
  device_store: 'colleagues',
  device_taken: 'ids and days; the file goes from it when it is erased, and the phone is told to forget',
  sealing_key: 'keys of the server',
  submission: 'sealed bytes that name no file; judged within minutes, and then gone (docs/adr/0159)',
  erasure: 'kinds and ids: what a restore replays',
  audit_event: 'ids and codes',
  audit_counter: 'numbers',
  audit_seal: 'hashes of the audit log',
  head_copy: 'numbers of checkpoints',
  alarm: 'when a mail went out',
  instance: 'processes',
  job_lease: 'jobs',
  job_run: 'jobs',
  system_mark: 'backups and checks',
  row_mark: 'ids and digests; the salt of a digest goes with its row (docs/adr/0049)',
  row_watch: 'names of columns',
  glass_try: 'colleagues',
  handover: 'colleagues',
  import: 'numbers, and what is encrypted under a key that goes seven days after the end',
  import_mapping: 'what columns mean, in codes',
  import_match: 'numbers of rows',
  import_piece: 'encrypted rows that were not read, or not whole; the key goes seven days after the end',
  import_word: 'what values of tables mean: keyed marks, and codes',
  invitation: 'colleagues',
  name_ruling: 'given names that many bear, one word each',
  newer_figure: 'published figures',
  notice:
    'a kind and a file, and goes with it; without one it is about the organisation, or where something is damaged',
  notice_preference: 'colleagues',
  notice_setting: 'colleagues',
  organisation: 'the organisation',
  password_reset: 'colleagues',
  project: 'what the organisation is paid for; the form asks for no names',
  partner: 'whom the organisation works with; the form asks for no names of people it supports',
  partner_person: 'people at a partner, encrypted under its key and removed by hand',
  partner_warning: 'why no one is referred to a partner, encrypted under its key; the form asks for no names',
  config_edition: 'settings, words of lists and names of places; the forms ask for no names',
  list_shown: 'words of lists; the form asks for no names',
  list_value: 'words of lists; the form asks for no names',
  organisation_picture: 'the logo of the organisation',
  place_shown: 'names of places; the form asks for no names',
  recount: 'ids and times',
  setting: 'what the organisation set for itself',
  letter_document: 'templates of letters, without what tells who wrote them',
  letter_edition: 'what the organisation calls its templates, and why one was published',
  letter_template: 'that there is a template',
  own_field: 'what the organisation asks',
  own_field_edition: 'what the organisation asks; the form asks for no names',
  incoming_link: 'ids, hashes and numbers of a link of a partner',
  incoming_referral:
    'what a partner typed, encrypted under a key of its own: with a file it becomes a note there, and row and key go thirty days after the decision',
  enquiry: 'codes and numbers of a person whose name was not written down',
  group_session: 'codes and numbers; the form asks for no names',
  receipt: 'ids, codes and a fingerprint',
  recovery_code: 'colleagues',
  reported_mistake: 'what colleagues say of published data; the form asks for no names',
  retention_rule: 'rules of the organisation',
  review: 'ids and codes: the view that was gone through',
  handed_table: 'codes and rounded numbers, by a check',
  report_run: 'codes and numbers that one colleague counted',
  saved_report: 'ids and codes, by a check',
  saved_view: 'ids and codes, by a check',
  release_key: 'a key of the organisation that signs archives',
  sdc_budget: 'what noise cost',
  sdc_handover: 'released numbers',
  sdc_record: 'no identifier, date or text of anybody',
  sdc_release: 'released numbers',
  sdc_request: 'released numbers',
  sdc_signature: 'released numbers',
  sdc_standard: 'protected numbers, proven to be fit for release',
  session: 'colleagues',
  snapshot: 'frozen numbers',
  staff: 'colleagues',
  team: 'the organisation',
  team_member: 'colleagues',
  throttle: 'fingerprints',
  known_device: 'a browser that signed in',
  passkey: 'colleagues',
  challenge: 'random bytes',
  own_visit_value:
    'what the organisation asks of visits, under the key of the visit; the form asks for no names',
  visit: 'a day in a centre',
  visit_group: 'a group nobody is named in, under the key of the visit',
  visit_observation: 'what a centre was like, under the key of the visit',
  visit_plan: 'a day in a centre',
  visit_plan_visitor: 'colleagues',
  visit_revision: 'what a centre was like, under the key of the visit',
  visit_visitor: 'colleagues',
  wrapped_key: 'keys, destroyed by holder',
}
const REFERENCE = [
  'actor',
  'code_value',
  'contradiction',
  'country_fact',
  'deadline_rule',
  'deadline_rule_exception',
  'help_body',
  'law',
  'name_equivalent',
  'place',
  'place_capacity',
  'reference_entry',
  'statement',
  '_prisma_migrations',
]

let owner: pg.Client
beforeAll(async () => {
  owner = await openSuperuser()
})
afterAll(() => owner.end())

const links = z.array(
  z.object({ child: z.string(), parent: z.string(), rule: z.string(), is_required: z.boolean() }),
)
const readLinks = async () =>
  links.parse(
    (
      await owner.query(`
        SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent, c.confdeltype::text AS rule,
               (SELECT bool_and(a.attnotnull) FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)) AS is_required
          FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`)
    ).rows,
  )

/** Tables whose every row goes when its file or its person goes. */
const listGoing = async (): Promise<Set<string>> => {
  const all = await readLinks()
  const going = new Set<string>()
  const isRoot = (name: string) => name === 'case_file' || name === 'person' || going.has(name)
  for (let more = true; more; ) {
    const next = all.filter(
      ({ child, parent, rule, is_required: isRequired }) =>
        rule === 'c' && isRequired && isRoot(parent) && !going.has(child) && !Object.hasOwn(KEPT, child),
    )
    more = next.length > 0
    for (const { child } of next) going.add(child)
  }
  return going
}

it('every table hangs on a file or a person and goes with it, stays to be counted, or says here why it tells of no one', async () => {
  const going = await listGoing()
  const { rows } = await owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const unsaid = z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name)
    .filter(
      (name) =>
        !going.has(name) &&
        !Object.hasOwn(KEPT, name) &&
        !Object.hasOwn(OF_NO_ONE, name) &&
        !REFERENCE.includes(name),
    )
  expect(unsaid).toEqual([])
  expect(Object.keys(OF_NO_ONE).filter((name) => going.has(name))).toEqual([])
  expect(going.size).toBeGreaterThan(45)
})

it('nothing that hangs on a file or a person stands in the way of its end', async () => {
  const going = await listGoing()
  const inTheWay = (await readLinks()).filter(
    ({ child, parent, rule }) =>
      rule === 'r' && (parent === 'case_file' || going.has(parent)) && child !== 'file_erasure',
  )
  expect(inTheWay).toEqual([])
  // A person goes after their file: what keeps them there must have gone with it.
  const holding = (await readLinks()).filter(
    ({ child, parent, rule }) =>
      parent === 'person' && rule !== 'c' && !going.has(child) && child !== 'encounter',
  )
  expect(holding).toEqual([])
})

it('every column of what stays is a code, is blanked or is new', async () => {
  const { rows } = await owner.query(
    `SELECT c.relname AS name, a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND a.attnum > 0 AND NOT a.attisdropped
        AND (t.typcategory = 'S' OR t.typname IN ('bytea', 'jsonb', 'json', '_text')) ORDER BY 1, 2`,
    [Object.keys(KEPT)],
  )
  const found = z.array(z.object({ name: z.string(), column: z.string() })).parse(rows)
  const said = Object.entries(KEPT).flatMap(([name, columns]) =>
    Object.keys(columns).map((column) => `${name}.${column}`),
  )
  expect(found.map(({ name, column }) => `${name}.${column}`).sort()).toEqual(said.sort())
})
