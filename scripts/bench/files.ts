// A file with everything in it, drawn from a seeded chance: the same size makes the same rows (but for the random bytes of ciphertexts).
import { toSilence } from '@/lib/cases/silence.rules'
import { encryptField } from '@/lib/crypto/envelope'
import { REGISTRY } from '@/lib/settings/registry.schema'
import { addDays, type Day } from '@/lib/shared/dates'
import { NOTES, STEPS } from '../../prisma/seed/demo-words'
import type { Draw } from '../../prisma/seed/invented'
import { idOf, KIND, TEAMS, teamId, workerId } from './organisation'
import { inventSpellings } from './people'
import { writePerson } from './persons'
import { at, codeOf, openKey, type Sinks } from './tables'

export type Codes = {
  readonly centres: readonly string[]
  readonly topics: readonly string[]
  readonly signals: readonly string[]
}

/** The first office has this many files in every size: what its coordinator asks for is the same work. */
export const FIRST_OFFICE = 2600
/** The files of the worker who asks. */
const OWN = 40
const MET_EACH = 10 / 3
/** The file with a long timeline. */
export const LONG_FILE = 0
const LONG = 30
export const countFiles = (encounters: number): number =>
  Math.max(FIRST_OFFICE + 4 * TEAMS, Math.round(encounters / MET_EACH))

/** Everything was typed in one closed quarter, as after an import: the snapshot of that quarter holds all of it. */
export const QUARTER = { start: '2026-07-01', end: '2026-09-30' } as const
const BASE: Day = '2026-09-30'
export const officeOf = (file: number): number =>
  file < FIRST_OFFICE ? 0 : 1 + ((file - FIRST_OFFICE) % (TEAMS - 1))
/** Which of the four colleagues of an office holds a file. In the first office one of them holds their forty and no other. */
const placeOf = (file: number, team: number): number =>
  file < OWN ? 0 : team === 0 ? 1 + (file % 3) : (file >> 3) % 4
export const holderOf = (file: number): string => workerId(officeOf(file), placeOf(file, officeOf(file)))
export const secrecyOf = (file: number): 'open' | 'restricted' | 'sealed' =>
  file < OWN ? 'open' : file % 50 === 7 ? 'restricted' : file % 100 === 13 ? 'sealed' : 'open'

/** Six conversations a visit; visit n of an office was n days ago, in one centre after the other. */
export const visitsOf = (team: number, files: number): number =>
  Math.ceil(((team === 0 ? FIRST_OFFICE : Math.ceil((files - FIRST_OFFICE) / (TEAMS - 1))) * MET_EACH) / 6)
export const visitId = (team: number, visit: number): string => idOf(KIND.visit, team, visit)
export const visitDay = (visit: number): Day => addDays(BASE, -Math.floor(visit / 2))
export const visitPlace = (visit: number, { centres }: Codes): string =>
  centres[visit % 2] ?? centres[0] ?? ''

const OUTCOMES = ['seen', 'seen', 'seen', 'seen', 'seen', 'not_seen', 'refused', 'gone'] as const
export const fileCode = (file: number): string => codeOf(file)
export const fileId = (file: number): string => idOf(KIND.file, file)
export const personId = (file: number): string => idOf(KIND.person, file)

/** Who is named on a file that is not open: the one who holds it, and one more. */
export const membersOf = (file: number, since: string): readonly (readonly string[])[] => {
  const [team, secrecy] = [officeOf(file), secrecyOf(file)]
  if (secrecy === 'open') return []
  const [holder, other] = [holderOf(file), workerId(team, placeOf(file, team) + 1)]
  return [holder, other].map((member, k) => [
    ...[idOf(KIND.member, file, k), fileId(file), member, 'support', since, holder, teamId(team), secrecy],
  ])
}

/** Writes file number `index` and what hangs on it. @returns how many encounters it has */
export const writeFile = (index: number, files: number, codes: Codes, draw: Draw, sinks: Sinks): number => {
  const team = officeOf(index)
  const [id, person, office] = [fileId(index), personId(index), teamId(team)]
  const worker = holderOf(index)
  const secrecy = secrecyOf(index)
  const copied = [office, secrecy] as const
  const key = openKey('file', id, index, 0, sinks)
  const encrypt = (table: string, row: string, column: string, text: string) =>
    encryptField(key, { table, row, column, revision: 1 }, text)

  const visits = visitsOf(team, files)
  const times = index === LONG_FILE ? LONG : 3 + (draw.chance(1 / 3) ? 1 : 0)
  const first = draw.between(0, visits - 1)
  const chosen = Array.from({ length: times }, (_, k) => (first + k * 2) % visits)
  const openedOn = chosen.map(visitDay).sort()[0] ?? BASE
  const seenOn: Day[] = []
  const goneOn: Day[] = []
  for (const [k, visit] of chosen.entries()) {
    const met = idOf(KIND.encounter, index, k)
    const outcome = draw.pick(OUTCOMES)
    const day = visitDay(visit)
    if (outcome === 'seen') seenOn.push(day)
    if (outcome === 'gone') goneOn.push(day)
    const text = draw.chance(0.5) ? encrypt('encounter', met, 'note', draw.pick(NOTES.fr)) : null
    const place = visitPlace(visit, codes)
    sinks.encounter.row([
      met,
      visitId(team, visit),
      id,
      person,
      place,
      day,
      k + 1,
      outcome,
      text,
      worker,
      at(QUARTER.start),
      ...copied,
    ])
    if (outcome === 'seen')
      for (const topic of new Set(
        [draw.pick(codes.topics), draw.pick(codes.topics)].slice(draw.between(0, 1)),
      ))
        sinks.encounter_item.row([met, 'topic', topic, id, ...copied])
    if (draw.chance(0.02)) {
      const isAnswered = draw.chance(0.9)
      const severity = draw.pick(['info', 'watch', 'serious', 'critical'])
      const answer = isAnswered ? [worker, at(QUARTER.end)] : [null, null]
      const raised = [draw.pick(codes.signals), severity, worker, at(QUARTER.start)]
      sinks.signal.row([idOf(KIND.signal, index, k), met, id, ...raised, ...answer, ...copied])
    }
  }
  const notes = index === LONG_FILE ? LONG : draw.chance(0.25) ? 1 : 0
  let noted: Day | null = null
  for (let k = 0; k < notes; k++) {
    const note = idOf(KIND.note, index, k)
    const day = addDays(BASE, -draw.between(0, 200))
    if (noted === null || day > noted) noted = day
    const body = encrypt('note', note, 'body', draw.pick(NOTES.fr))
    sinks.note.row([note, id, 'call', day, body, worker, at(QUARTER.end), ...copied])
  }

  const isClosed = index >= FIRST_OFFICE && draw.chance(0.6)
  const status = isClosed ? 'closed' : draw.pick(['active', 'active', 'active', 'follow_up', 'intake'])
  const risk = draw.pick(['low', 'low', 'medium', 'medium', 'high'])
  const stay = { since: openedOn, isClosedCentre: true }
  const { lastSeenOn, unseenOn, silenceOn } = toSilence(
    {
      status,
      risk,
      openedOn,
      seenOn,
      goneOn,
      stays: isClosed ? [] : [stay],
    },
    REGISTRY['work.unseen'].shipped,
  )
  const contact = noted !== null && (lastSeenOn === null || noted > lastSeenOn) ? noted : lastSeenOn
  const step = !isClosed && draw.chance(0.75)
  sinks.case_file.row([
    id,
    fileCode(index),
    'detention',
    status,
    risk,
    secrecy,
    office,
    worker,
    openedOn,
    isClosed ? BASE : null,
    isClosed ? 'goal_reached' : null,
    step ? encrypt('case_file', id, 'next_step', draw.pick(STEPS.fr)) : null,
    step ? 1 : 0,
    step ? addDays(BASE, draw.between(30, 90)) : null,
    lastSeenOn,
    contact,
    unseenOn,
    silenceOn,
    worker,
    at(openedOn),
  ])
  const placeId = visitPlace(chosen[0] ?? 0, codes)
  const until = isClosed ? BASE : null
  sinks.place_stay.row([
    idOf(KIND.stay, index),
    id,
    person,
    placeId,
    openedOn,
    until,
    at(openedOn),
    ...copied,
  ])
  sinks.case_person.row([id, person, 'principal', ...copied])
  for (const row of membersOf(index, at(openedOn))) sinks.case_member.row(row)
  // Most agreed to be counted: of fourteen one refused, one was never asked.
  if (index % 14 !== 12)
    sinks.consent.row([
      idOf(KIND.consent, index),
      id,
      person,
      'statistics',
      'house',
      '{}',
      index % 14 === 5 ? 'refused' : 'given',
      openedOn,
      'fr',
      'none',
      'spoken',
      'self',
      false,
      worker,
      at(openedOn),
      ...copied,
    ])
  const spellings = inventSpellings(draw)
  writePerson(index, { person, worker, openedOn, isSealed: secrecy === 'sealed', spellings }, draw, sinks)
  return times
}
