import * as z from 'zod'
import { ageOn } from '@/lib/people/age.rules'
import {
  ageBands,
  guardianshipSteps,
  nationalityLeaves,
  traffickingSteps,
} from '@/lib/statistics/hierarchy.rules'
import { type Unit, units } from '@/lib/statistics/measure.rules'
import type { GivenOrganisation } from './given/organisation'
import { toRecordKey } from './record-key'

/** A frozen row, in the order of the columns of sdc_record; org is 0 everywhere. */
export type Recounted = {
  unit: string
  row: number
  person: number
  rk: number
  event: number | null
  event_key: number | null
  hh: number
  centre: string | null
  nationality: string
  age_band: string
  topic: string | null
  signal: string | null
  step: string | null
  sex: string
  office: string | null
  ending: string | null
  length: string | null
}
type Met = z.infer<typeof metRow>
type Adds = { unit: Unit; person: string; centre: string | null; event: string | null; code: string | null }

const text = z.string().nullable()
const metRow = z.object({
  id: z.string(),
  person_id: z.string(),
  visit_id: z.string(),
  outcome: z.string(),
  met_on: z.string(),
  kind: z.string(),
  slug: z.string(),
  team_id: z.string(),
})
const sexRow = z.object({ id: z.string(), sex: z.string() })
const stayRow = z.object({ person_id: z.string(), episode_id: z.string(), since: text, until: text })
const episodeRow = z.object({ id: z.string(), person_id: z.string(), at: z.string() })
const eventRow = z.object({
  id: z.string(),
  episode_id: z.string(),
  kind: z.string(),
  reason: text,
  first: text,
  last: text,
  at: z.string(),
})
const bornRow = z.object({ person_id: z.string(), born_latest: z.string() })
const heldRow = z.object({
  person_id: z.string(),
  country: z.string(),
  certainty: z.string(),
  from: text,
  to: text,
})
const itemRow = z.object({ encounter_id: z.string(), code: z.string() })
const guardedRow = z.object({ id: z.string(), person_id: z.string(), kind: z.string(), replaces: text })
const traffickedRow = z.object({
  person_id: z.string(),
  subject_id: z.string(),
  kind: z.string(),
  mistake: text,
  isEntered: z.boolean(),
})
const answerRow = z.object({
  id: z.string(),
  case_id: z.string(),
  person_id: z.string(),
  answer: z.string(),
  at: z.string(),
  covers: z.boolean(),
})
const endRow = z.object({ consent_id: z.string(), kind: z.string(), at: z.string(), isBefore: z.boolean() })
const codeRow = z.object({ list: z.string(), code: z.string() })

/** Whose last word about being counted is, in each file in which they said one, a yes that stands for the period. */
const whoAgreed = async (
  read: Read,
  { from, last }: { from: string; last: string },
): Promise<Set<string>> => {
  const ends = await read(
    endRow,
    `SELECT consent_id, kind, ended_on::text || created_at::text AS at,
            ended_on < ($1::timestamptz AT TIME ZONE 'Europe/Brussels')::date AS "isBefore" FROM consent_end`,
    [from],
  )
  const answers = await read(
    answerRow,
    `SELECT id, case_id, person_id, answer, asked_on::text || created_at::text AS at,
            (expires_at IS NULL OR expires_at > $1) AND asked_on <= $2
              AND (NOT is_minor OR (given_by <> 'self' AND given_by <> 'lawyer' AND child_view IN ('agrees', 'too_young'))) AS covers
       FROM consent WHERE purpose = 'statistics'`,
    [from, last],
  )
  const said = new Map<string, { at: string; person: string; isYes: boolean }>()
  const say = (file: string, word: { at: string; person: string; isYes: boolean }) => {
    const before = said.get(`${file} ${word.person}`)
    if (before === undefined || before.at < word.at) said.set(`${file} ${word.person}`, word)
  }
  for (const { id, case_id: file, person_id: person, answer, at, covers } of answers) {
    const own = ends.filter((one) => one.consent_id === id)
    if (own.some(({ kind }) => kind === 'mistake')) continue
    const withdrawn = own.find(({ kind, isBefore }) => kind === 'withdrawn' && isBefore)
    if (withdrawn !== undefined) say(file, { at: withdrawn.at, person, isYes: false })
    else if (answer === 'refused') say(file, { at, person, isYes: false })
    else if (answer === 'given' && covers) say(file, { at, person, isYes: true })
  }
  const words = [...said.values()]
  const noes = new Set(words.filter(({ isYes }) => !isYes).map(({ person }) => person))
  return new Set(words.flatMap(({ person, isYes }) => (isYes && !noes.has(person) ? person : [])))
}

type Read = <Row>(row: z.ZodType<Row>, sql: string, values?: unknown[]) => Promise<Row[]>

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const least = (days: readonly (string | null)[]): string | null =>
  days.flatMap((day) => day ?? []).sort()[0] ?? null
const most = (days: readonly (string | null)[]): string | null =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null

/** How each person's last detention ended and how long it lasted, from what was written by the end of the period and not replaced by then. */
const readDetentions = async (
  read: Read,
  { until, last }: { until: string; last: string },
): Promise<Map<string, { ending: string; length: string }>> => {
  const events = await read(
    eventRow,
    `SELECT id, episode_id, kind, end_reason AS reason, on_from::text AS first, on_to::text AS last, created_at::text AS at
       FROM detention_event
      WHERE kind IN ('ordered', 'ended') AND withdrawn_because IS NULL AND created_at < $1
        AND id NOT IN (SELECT replaces FROM detention_event WHERE replaces IS NOT NULL AND created_at < $1)`,
    [until],
  )
  const stays = await read(
    stayRow,
    `SELECT person_id, episode_id, since::text, until::text FROM place_stay WHERE episode_id IS NOT NULL AND created_at < $1`,
    [until],
  )
  // Of the file's principal, and of everyone who stayed somewhere in it.
  const episodes = await read(
    episodeRow,
    `SELECT d.id, p.person_id, d.created_at::text AS at FROM detention_episode d JOIN case_person p USING (case_id)
      WHERE d.created_at < $1 AND (p.role = 'principal' OR EXISTS
              (SELECT FROM place_stay s WHERE s.episode_id = d.id AND s.person_id = p.person_id AND s.created_at < $1))`,
    [until],
  )
  const found = new Map<string, { began: string; at: string; id: string; ending: string; length: string }>()
  for (const { id, person_id: person, at } of episodes) {
    const own = events.filter((one) => one.episode_id === id)
    const orders = own.filter((one) => one.kind === 'ordered')
    const where = stays.filter((one) => one.episode_id === id && one.person_id === person)
    const soonest = least([...where.map((one) => one.since), ...orders.map((one) => one.first)])
    const latest = least([...where.map((one) => one.since), least(orders.map((one) => one.last))])
    const end = own
      .filter((one) => one.kind === 'ended')
      .sort((a, b) => (`${a.last ?? ''}|${a.at}|${a.id}` < `${b.last ?? ''}|${b.at}|${b.id}` ? 1 : -1))[0]
    let ending = 'unknown'
    if (end?.reason === 'removed' || end?.reason === 'dublin_transferred') ending = 'removed'
    else if (end !== undefined && end.reason !== 'unknown') ending = 'other_end'
    let length = 'unknown'
    if (end === undefined) {
      const until = where.some((one) => one.until === null) ? last : most(where.map((one) => one.until))
      if (until !== null && latest !== null && daysBetween(latest, until) > 28) length = '29+'
    } else if (end.last !== null && soonest !== null && daysBetween(soonest, end.last) <= 28) length = '0-28'
    else if (end.first !== null && latest !== null && daysBetween(latest, end.first) > 28) length = '29+'
    const before = found.get(person)
    const began = latest ?? '0000-00-00'
    const isLater =
      before === undefined || [began, at, id].join('|') > [before.began, before.at, before.id].join('|')
    if (isLater) found.set(person, { began, at, id, ending, length })
  }
  return new Map([...found].map(([person, { ending, length }]) => [person, { ending, length }]))
}

/** Freezes the living rows of a period again, in plain loops, as the comparison for the one statement that does it in SQL. */
export const recountSnapshot = async (
  organisation: GivenOrganisation,
  { from, until, last, key }: { from: string; until: string; last: string; key: Uint8Array },
): Promise<Recounted[]> => {
  const read = async <Row>(row: z.ZodType<Row>, sql: string, values: unknown[] = []): Promise<Row[]> =>
    z.array(row).parse(await organisation.ask(sql, values))
  const agreed = await whoAgreed(read, { from, last })
  const met = await read(
    metRow,
    `SELECT e.id, e.person_id, e.visit_id, e.outcome, e.met_on::text, p.kind, p.slug, e.team_id
       FROM encounter e JOIN visit v ON v.id = e.visit_id JOIN place p ON p.id = v.place_id
      WHERE e.created_at >= $1 AND e.created_at < $2`,
    [from, until],
  )
  const all = met.filter((one) => agreed.has(one.person_id))
  const births = await read(
    bornRow,
    'SELECT person_id, born_latest::text FROM age_claim WHERE withdrawn_at IS NULL AND born_latest IS NOT NULL',
  )
  const nationalities = await read(
    heldRow,
    `SELECT person_id, country, certainty, valid_from::text AS from, valid_to::text AS to FROM nationality
      WHERE withdrawn_at IS NULL ORDER BY created_at, id`,
  )
  const topics = await read(itemRow, `SELECT encounter_id, code FROM encounter_item WHERE kind = 'topic'`)
  const signals = await read(itemRow, 'SELECT encounter_id, code FROM signal')
  const lists = await read(codeRow, 'SELECT list, code FROM code_value')
  const isListed = (list: string, code: string) => lists.some((one) => one.list === list && one.code === code)
  const keyOf = (words: string) => toRecordKey(key, words)

  const centreOf = (one: Met) => (one.kind === 'closed_centre' ? one.slug : 'elsewhere')
  const seen = all.filter((one) => one.outcome === 'seen')
  const adds: Adds[] = []
  for (const person of new Set(seen.map((one) => one.person_id))) {
    const own = seen.filter((one) => one.person_id === person)
    const centres = [...new Set(own.map(centreOf))].map((centre) => {
      const days = own.filter((one) => centreOf(one) === centre).map((one) => one.met_on)
      return { centre, times: days.length, last: days.sort().at(-1) ?? '' }
    })
    const [main] = centres.sort(
      (a, b) =>
        b.times - a.times || (a.last === b.last ? (a.centre < b.centre ? -1 : 1) : a.last < b.last ? 1 : -1),
    )
    adds.push({ unit: 'person', person, centre: main?.centre ?? null, event: null, code: null })
  }
  for (const one of seen) {
    const of = { person: one.person_id, centre: centreOf(one), code: null }
    adds.push({ ...of, unit: 'encounter', event: one.id })
    adds.push({ ...of, unit: 'visit', event: one.visit_id })
  }
  const personOf = new Map(all.map((one) => [one.id, one]))
  const said = (unit: Unit, encounterId: string, code: string | null) => {
    const encounter = personOf.get(encounterId)
    if (encounter === undefined || code === null) return
    if (unit === 'topic' && encounter.outcome !== 'seen') return
    adds.push({ unit, person: encounter.person_id, centre: null, event: null, code })
  }
  for (const one of topics)
    said('topic', one.encounter_id, isListed('encounter_topic', one.code) ? one.code : 'other')
  for (const one of signals)
    said('signal', one.encounter_id, isListed('concern_type', one.code) ? one.code : null)

  const stepOf = (steps: Readonly<Record<string, readonly string[]>>, kind: string) =>
    Object.entries(steps).flatMap(([code, kinds]) => (kinds.includes(kind) ? code : []))
  const guarded = await read(
    guardedRow.extend({ isEntered: z.boolean() }),
    `SELECT id, person_id, kind, replaces, created_at >= $1 AND created_at < $2 AS "isEntered" FROM guardianship_event`,
    [from, until],
  )
  for (const one of guarded.filter(
    (row) => row.isEntered && !guarded.some((other) => other.replaces === row.id),
  ))
    for (const code of stepOf(guardianshipSteps, one.kind))
      adds.push({ unit: 'guardianship', person: one.person_id, centre: null, event: null, code })
  const trafficked = await read(
    traffickedRow,
    `SELECT p.person_id, e.subject_id, e.kind, e.mistake, e.created_at >= $1 AND e.created_at < $2 AS "isEntered"
       FROM trafficking_event e JOIN case_person p ON p.case_id = e.case_id AND p.role = 'principal' ORDER BY e.revision`,
    [from, until],
  )
  const latest = new Map(trafficked.map((one) => [`${one.subject_id} ${one.person_id}`, one]))
  for (const one of latest.values())
    if (one.isEntered && one.mistake === null)
      for (const code of stepOf(traffickingSteps, one.kind))
        adds.push({ unit: 'trafficking', person: one.person_id, centre: null, event: null, code })

  const counted = adds.filter(({ person }) => agreed.has(person))

  const numberOf = (unit: Unit) => 1 + units.rank(unit)
  const nameOf = (one: Adds) => [numberOf(one.unit), one.person, one.event ?? one.code ?? []].flat().join('|')
  const eventOf = (one: Adds) => (one.event === null ? null : `${numberOf(one.unit)}|${one.event}`)
  const distinct = [...new Map(counted.map((one) => [nameOf(one), one])).values()]
  const groups = new Map<string, Adds[]>()
  for (const one of distinct) {
    const group = `${one.unit}|${one.person}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  const byChance = (a: Adds, b: Adds) => keyOf(`order|${nameOf(a)}`) - keyOf(`order|${nameOf(b)}`)
  const kept = [...groups.values()].flatMap((own) => (own.length <= 5 ? own : own.sort(byChance).slice(0, 5)))
  const numbersOf = (names: readonly string[]) =>
    new Map(
      [...new Set(names)]
        .sort((a, b) => keyOf(a) - keyOf(b) || (a < b ? -1 : 1))
        .map((name, i): [string, number] => [name, i + 1]),
    )
  const persons = numbersOf(kept.map((one) => one.person))
  const events = numbersOf(kept.flatMap((one) => eventOf(one) ?? []))

  const ageBandOf = (person: string) => {
    const latest = births
      .filter((one) => one.person_id === person)
      .map((one) => one.born_latest)
      .sort()
      .at(-1)
    if (latest === undefined) return 'unknown'
    const years = Math.max(0, ageOn(latest, last))
    return ageBands.find(([, lower, upper]) => years >= lower && years <= upper)?.[0] ?? 'unknown'
  }
  const nationalityOf = (person: string) => {
    const own = nationalities.filter(
      (one) =>
        one.person_id === person &&
        (one.from === null || one.from <= last) &&
        (one.to === null || one.to > last),
    )
    const surest = ['document', 'said', 'presumed', 'contested', 'not_known', 'declined']
      .flatMap((certainty) => own.filter((one) => one.certainty === certainty))
      .at(0)?.country
    return surest !== undefined && nationalityLeaves.includes(surest) ? surest : 'unknown'
  }
  const detentions = await readDetentions(read, { until, last })
  const answers = new Map((await read(sexRow, 'SELECT id, sex FROM person')).map(({ id, sex }) => [id, sex]))
  const sexOf = (person: string) => {
    const sex = answers.get(person) ?? ''
    return sex === 'f' || sex === 'm' ? sex : 'unknown'
  }
  // An office is called by its turn among those of its organisation, the oldest first.
  const teams = await read(
    z.object({ id: z.string() }),
    `SELECT id FROM team WHERE organisation_id IN (SELECT organisation_id FROM team WHERE id = $1) ORDER BY created_at, id`,
    [organisation.north],
  )
  const officeOf = (person: string) => {
    const own = seen.filter((one) => one.person_id === person)
    const turns = teams.flatMap(({ id }, i) => {
      const days = own.filter((one) => one.team_id === id).map((one) => one.met_on)
      return days.length === 0 ? [] : [{ turn: i + 1, times: days.length, last: days.sort().at(-1) ?? '' }]
    })
    const [first] = turns.sort(
      (a, b) => b.times - a.times || (a.last === b.last ? a.turn - b.turn : a.last < b.last ? 1 : -1),
    )
    return first === undefined ? null : `office-${first.turn}`
  }
  const rows = kept.map((one) => {
    const isPerson = one.unit === 'person'
    const held = isPerson ? (detentions.get(one.person) ?? { ending: 'unknown', length: 'unknown' }) : null
    const person = persons.get(one.person) ?? 0
    const event = eventOf(one)
    return {
      unit: one.unit,
      person,
      rk: keyOf(one.person),
      event: event === null ? null : (events.get(event) ?? 0),
      event_key: event === null ? null : keyOf(event),
      hh: person,
      centre: one.centre,
      nationality: nationalityOf(one.person),
      age_band: ageBandOf(one.person),
      topic: one.unit === 'topic' ? one.code : null,
      signal: one.unit === 'signal' ? one.code : null,
      step: one.unit === 'guardianship' || one.unit === 'trafficking' ? one.code : null,
      sex: sexOf(one.person),
      office: isPerson ? officeOf(one.person) : null,
      ending: held?.ending ?? null,
      length: held?.length ?? null,
    }
  })
  rows.sort(
    (a, b) =>
      a.person - b.person ||
      (a.event_key ?? 0) - (b.event_key ?? 0) ||
      ((a.topic ?? a.signal ?? a.step ?? '') < (b.topic ?? b.signal ?? b.step ?? '') ? -1 : 1),
  )
  const counts = new Map<string, number>()
  return rows.map((one) => {
    const row = (counts.get(one.unit) ?? 0) + 1
    counts.set(one.unit, row)
    return { ...one, row }
  })
}
