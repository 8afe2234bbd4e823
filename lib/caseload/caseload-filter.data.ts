import 'server-only'
import { today } from '@/lib/cases/case.data'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { gapRows } from '@/lib/cases/gap.data'
import { empty, join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { FIELD_OWNERS } from '@/lib/fields/owner.rules'
import { listAwaiting } from '@/lib/guardianship/waiting.data'
import type { Day } from '@/lib/shared/dates'
import type { CodeOf, Vocabulary } from '@/lib/shared/vocabulary'
import {
  AGES,
  ANY_GAP,
  CONTACTS,
  type Condition,
  FIELDS,
  type Field,
  type Filters,
  LACKS,
  type Lack,
  NONE,
  OWN_ANSWERED,
  readOwnValue,
} from './caseload.schema'

// Conditions on `f`, a file. Literals, not parameters, stand where an index has the same words as its predicate.
const OPEN = sql`f.status <> ALL (ARRAY['closed', 'closed_referred', 'duplicate', 'archived'])`

type Say = (values: readonly string[], day: Day) => Sql
const either = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`false` : sql`(${join([...parts], ' OR ')})`
const some = (values: readonly string[]): string[] => values.filter((value) => value !== NONE)
/** One of these, or none at all. */
const oneOfOrNone = (values: readonly string[], has: (among: Sql) => Sql, among: Sql): Sql =>
  either([
    ...(some(values).length > 0 ? [has(among)] : []),
    ...(values.includes(NONE) ? [sql`NOT ${has(empty)}`] : []),
  ])

const PEOPLE = sql`SELECT 1 FROM case_person cp WHERE cp.case_id = f.id AND cp.until IS NULL`
const lacksOf = (table: Sql): Sql =>
  sql`EXISTS (${PEOPLE} AND NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.person_id = cp.person_id AND x.withdrawn_at IS NULL))`
const STAYS = sql`SELECT 1 FROM place_stay s WHERE s.case_id = f.id AND s.until IS NULL`

/** What is not recorded in a file, each as a condition; the list shows the same words. */
export const LACKING: Readonly<Record<Lack, (day: Day) => Sql>> = {
  step: () => sql`f.next_step_cipher IS NULL`,
  date: () => sql`(f.next_step_cipher IS NOT NULL AND f.next_step_on IS NULL)`,
  late: (day) => sql`COALESCE(f.next_step_on < ${day}::date, false)`,
  place: () => sql`NOT EXISTS (${STAYS})`,
  since: () => sql`EXISTS (${STAYS} AND s.since IS NULL)`,
  age: () => lacksOf(sql`age_claim`),
  nationality: () => lacksOf(sql`nationality`),
  language: () => lacksOf(sql`person_language`),
  interpreter: () =>
    sql`EXISTS (SELECT 1 FROM case_person cp JOIN person p ON p.id = cp.person_id
                 WHERE cp.case_id = f.id AND cp.until IS NULL AND p.interpreter_need = 'not_asked')`,
}
const CONTACT: Readonly<Record<CodeOf<typeof CONTACTS>, (day: Day) => Sql>> = {
  unseen: (day) => sql`COALESCE(f.unseen_on <= ${day}::date, false)`,
  due: (day) => sql`COALESCE(f.silence_on <= ${day}::date, false)`,
  excused: () => sql`f.silence_on IS NULL`,
  never: () => sql`f.last_seen_on IS NULL`,
}
// Of majority on the day are those born on it eighteen years ago or before. A claim that is only an age (an import may have
// one) is born at the latest so many years before the day it speaks of. The rule is minority in lib/people; a test holds both.
const CLAIMS = sql`SELECT 1 FROM age_claim a WHERE a.person_id = cp.person_id
                     AND a.withdrawn_at IS NULL AND a.basis NOT IN ('not_known', 'declined')
                     AND COALESCE(a.born_latest, (a.as_of - make_interval(years => a.age_years))::date)`
const anyPerson = (condition: Sql): Sql => sql`EXISTS (${PEOPLE} AND ${condition})`
const mayBeMinor = (day: Day): Sql => sql`EXISTS (${CLAIMS} > (${day}::date - INTERVAL '18 years')::date)`
const isAdult = (day: Day): Sql => sql`EXISTS (${CLAIMS} <= (${day}::date - INTERVAL '18 years')::date)`
const AGE: Readonly<Record<CodeOf<typeof AGES>, (day: Day) => Sql>> = {
  minor: (day) => anyPerson(mayBeMinor(day)),
  disputed: (day) => anyPerson(sql`${mayBeMinor(day)} AND ${isAdult(day)}`),
  adult: (day) => anyPerson(sql`${isAdult(day)} AND NOT ${mayBeMinor(day)}`),
  unknown: (day) => anyPerson(sql`NOT ${isAdult(day)} AND NOT ${mayBeMinor(day)}`),
}
const each =
  <C extends string>(list: Vocabulary<C>, conditions: Readonly<Record<C, (day: Day) => Sql>>): Say =>
  (values, day) =>
    either(values.map((value) => conditions[list.read(value)](day)))

const SAYINGS: Readonly<Record<Exclude<Field, 'guardian' | 'own'>, Say>> = {
  worker: (values) => sql`f.worker_id = ANY (${[...values]}::uuid[])`,
  contact: each(CONTACTS, CONTACT),
  age: each(AGES, AGE),
  // Read once for the list and not file by file: few files have a step that is near.
  gap: (values, day) =>
    sql`f.id IN (SELECT w.case_id FROM (${gapRows(day)}) w
                  WHERE ${values.includes(ANY_GAP) ? sql`true` : sql`w.absent = ANY (${[...values]})`})`,
  missing: each(LACKS, LACKING),
  status: (values) => sql`f.status = ANY (${[...values]})`,
  risk: (values) => sql`f.risk = ANY (${[...values]})`,
  kind: (values) => sql`f.kind = ANY (${[...values]})`,
  centre: (values) =>
    oneOfOrNone(
      values,
      (among) => sql`EXISTS (SELECT 1 FROM place_stay s JOIN place p ON p.id = s.place_id
                              WHERE s.case_id = f.id AND s.until IS NULL ${among})`,
      sql`AND p.slug = ANY (${some(values)})`,
    ),
  signal: (values) =>
    oneOfOrNone(
      values,
      (among) =>
        sql`EXISTS (SELECT 1 FROM signal g WHERE g.case_id = f.id AND g.answered_at IS NULL ${among})`,
      sql`AND g.severity = ANY (${some(values)})`,
    ),
  nationality: (values) =>
    oneOfOrNone(
      values,
      (
        among,
      ) => sql`EXISTS (SELECT 1 FROM case_person cp JOIN nationality n ON n.person_id = cp.person_id AND n.withdrawn_at IS NULL
                              WHERE cp.case_id = f.id AND cp.until IS NULL ${among})`,
      sql`AND n.country = ANY (${some(values)})`,
    ),
}

/** Without a word about the status, and for open statuses, only open files are meant; that lets an index serve the list. */
const onlyOpen = (status: Condition | undefined): boolean =>
  status === undefined || (!status.isNot && !status.values.some((value) => CLOSED_STATUSES.includes(value)))

/** What is read from what happened to each minor, and is no condition on a row: the files of the list of minors itself. */
const awaitsGuardian = async (work: Work): Promise<Sql> => {
  const ids = (await listAwaiting(work)).map(({ file }) => file.id)
  return sql`f.id = ANY (${ids}::uuid[])`
}

/** A condition on a row, and what it looks into: read once for a whole question, however many parts that has. */
export type Narrowed = { readonly condition: Sql; readonly first: Sql }

/**
 * Answers to own fields: one of the values of each field. The address does not say whether a field is one of the file or of a person, so that is asked first.
 * What is encrypted as a whole has no state and is in no filter; field and code are compared by leakproof operators, so that the index serves both below the
 * policies (docs/adr/0166). The answers are found once, before the files: a list asks each office for its own, and of one who leads twenty it would look for
 * them sixty times. IS TRUE keeps PostgreSQL from making a join of it, for which it reads every file of an office instead of a page in their order.
 */
const answersOwn = async (work: Work, values: readonly string[]): Promise<Narrowed> => {
  const byField = new Map<string, string[]>()
  for (const value of values) {
    const read = readOwnValue(value)
    if (read !== null) byField.set(read.fieldId, [...(byField.get(read.fieldId) ?? []), read.code])
  }
  const known = await work.tx.ownField.findMany({
    where: { id: { in: [...byField.keys()] } },
    select: { id: true, owner: true },
  })
  const looked: Sql[] = []
  const answered = (fieldId: string, among: Sql): Sql => {
    const field = known.find(({ id }) => id === fieldId)
    if (field === undefined) return sql`false`
    const n = sql`${looked.length}::int`
    const stands = sql`v.field_id = ${fieldId}::uuid AND v.withdrawn_at IS NULL AND v.state IS NOT NULL ${among}`
    switch (FIELD_OWNERS.read(field.owner)) {
      case 'file':
        looked.push(sql`SELECT ${n} AS n, v.case_id FROM own_value v WHERE ${stands}`)
        break
      case 'encounter':
      case 'visit':
        // No list shows it (isListed), and no address narrows by it.
        return sql`false`
      case 'person':
        looked.push(sql`SELECT ${n} AS n, cp.case_id FROM own_person_value v
            JOIN case_person cp ON cp.person_id = v.person_id AND cp.until IS NULL
           WHERE ${stands} AND (v.circle_case_id IS NULL OR v.circle_case_id = cp.case_id)`)
    }
    return sql`(f.id IN (SELECT o.case_id FROM own_answer o WHERE o.n = ${n})) IS TRUE`
  }
  const said = [...byField].map(([fieldId, codes]) => {
    const wanted = codes.filter((code) => !code.startsWith('-'))
    return either([
      ...(wanted.length > 0 ? [answered(fieldId, sql`AND v.code = ANY (${wanted}::text[])`)] : []),
      ...(codes.includes(OWN_ANSWERED.any) ? [answered(fieldId, empty)] : []),
      ...(codes.includes(OWN_ANSWERED.none) ? [sql`NOT (${answered(fieldId, empty)})`] : []),
    ])
  })
  return {
    condition: said.length === 0 ? sql`true` : sql`(${join(said, ' AND ')})`,
    first:
      looked.length === 0 ? empty : sql`WITH own_answer AS MATERIALIZED (${join(looked, ' UNION ALL ')})`,
  }
}

/** The filters as one condition. Nothing in it is text from outside: every value is a parameter. */
export const toCondition = async (work: Work, filters: Filters): Promise<Narrowed> => {
  const day = today(work)
  const parts: Sql[] = []
  let first = empty
  const sayingOf = async (field: Field, values: readonly string[]): Promise<Sql> => {
    if (field === 'guardian') return awaitsGuardian(work)
    if (field !== 'own') return SAYINGS[field](values, day)
    const own = await answersOwn(work, values)
    first = own.first
    return own.condition
  }
  for (const field of FIELDS.codes) {
    const condition = filters[field]
    if (condition === undefined) continue
    const said = await sayingOf(field, condition.values)
    parts.push(condition.isNot ? sql`NOT ${said}` : said)
  }
  return {
    condition: join([...(onlyOpen(filters.status) ? [OPEN] : []), sql`true`, ...parts], ' AND '),
    first,
  }
}
