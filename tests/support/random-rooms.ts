import type { Row, Table } from './given/rows'
import type { RandomDraw } from './random-draw'
import { plus } from './recounts/calendar'

// What is written down in the rooms of a random file: as no one would, with corrections of corrections, mistakes, days that no one knows.

export type RandomRooms = {
  readonly draw: RandomDraw
  readonly add: (table: Table, row: Row) => void
  readonly when: (day: string, exact: boolean) => Row
  readonly moment: (day: string) => string
  readonly rules: readonly { readonly id: string; readonly family: string }[]
  readonly bodies: readonly string[]
}
type File = { readonly id: string; readonly workerId: string; readonly people: readonly string[] }

const CGRS = [
  'refugee_status',
  'subsidiary_protection',
  'refused',
  'refused',
  'manifestly_unfounded',
  'excluded',
  'inadmissible',
  'admissible',
  'further_investigation',
  'terminated',
  'ceased',
]
const JUDGMENTS = [
  'confirmed',
  'reformed_refugee',
  'annulled_referred_back',
  'rejected_inadmissible',
  'suspended',
]
const MISTAKES = ['not_happened', 'wrong_file', 'recorded_twice']

const writtenBy = ({ draw, moment }: RandomRooms, file: File): Row => ({
  createdBy: file.workerId,
  createdAt: moment(draw.chance(0.3) ? draw.day() : '2026-02-11'),
})

/** An event that may be corrected, again, or taken back; answers the id of one of its rows, not always the last. */
const inventEvent = (
  rooms: RandomRooms,
  file: File,
  table: 'asylumEvent' | 'guardianshipEvent',
  kind: string,
  day: string,
  what: () => Row,
): string => {
  const { draw, add, when } = rooms
  const write = (as: string, on: string, says: Row, replaces: string | null): string => {
    const id = draw.id()
    const day = when(on, false)
    add(table, {
      id,
      caseId: file.id,
      kind: as,
      standsOn: day.onFrom ?? on,
      ...day,
      ...says,
      replaces,
      ...writtenBy(rooms, file),
    })
    return id
  }
  const ids = [write(kind, day, what(), null)]
  for (let more = draw.pick([0, 0, 0, 1, 2]); more > 0; more--)
    ids.push(write(kind, draw.chance(0.5) ? day : plus(day, draw.int(-15, 15)), what(), ids.at(-1) ?? null))
  if (draw.chance(0.1)) {
    const silent = Object.fromEntries(
      Object.entries(what()).map(([key, value]) => [key, isScope(key) ? value : null]),
    )
    write(
      'taken_back',
      day,
      { ...silent, ...NOTHING[table], outcome: draw.pick(MISTAKES) },
      ids.at(-1) ?? null,
    )
  }
  return draw.pick(ids)
}
const isScope = (key: string): boolean => key === 'applicationId' || key === 'personId'
const NOTHING = { asylumEvent: { facts: [] }, guardianshipEvent: { atBorder: false } } as const

const inventWay = (rooms: RandomRooms, file: File): void => {
  const { draw, add } = rooms
  const id = draw.id()
  const way = draw.pick([
    'territory',
    'territory',
    'territory',
    'border',
    'resettlement',
    'corridor',
    'transit',
  ])
  const isTransit = way === 'transit'
  add('asylumApplication', {
    id,
    caseId: file.id,
    way,
    sequence: isTransit ? null : draw.pick([1, 1, 1, 2, 3, null]),
    reasons: isTransit ? draw.some(['fears_dublin', 'family_elsewhere', 'not_known'], 0.4) : [],
    ...writtenBy(rooms, file),
  })
  const event = (kind: string, day: string, says: () => Row = () => ({})): string =>
    inventEvent(rooms, file, 'asylumEvent', kind, day, () => ({
      applicationId: id,
      outcome: null,
      form: null,
      country: null,
      notifiedOn: null,
      notification: null,
      concerns: null,
      facts: [],
      ...says(),
    }))
  const notified = (day: string): Row => ({ notifiedOn: draw.chance(0.5) ? plus(day, draw.int(0, 9)) : null })
  let day = draw.day()
  const next = (most: number): string => {
    day = plus(day, draw.int(0, most))
    return day
  }
  if (draw.chance(0.5)) event('arrived', day)
  if (isTransit) return
  for (const kind of ['made', 'registered', 'lodged']) if (draw.chance(0.7)) event(kind, next(10))
  const country = () => ({ country: draw.pick(['FR', 'IT', null]) })
  if (draw.chance(0.3))
    event('dublin_accepted', next(30), () => ({
      ...country(),
      outcome: draw.pick(['accepted_in_words', 'accepted_by_silence']),
    }))
  if (draw.chance(0.15)) event('dublin_transferred', next(30), country)
  if (draw.chance(0.1)) event('withdrawn', next(30), () => ({ outcome: 'said_so' }))
  if (draw.chance(0.3)) event('order_to_leave', next(30), () => notified(day))
  if (draw.chance(0.2))
    event('io_decision', next(30), () => ({
      ...notified(day),
      outcome: draw.pick(['entry_refused', 'other_decision']),
    }))
  for (let decisions = draw.pick([0, 1, 1, 2]); decisions > 0; decisions--) {
    const decision = event('cgrs_decision', next(90), () => ({ ...notified(day), outcome: draw.pick(CGRS) }))
    if (!draw.chance(0.5)) continue
    const appeal = event('appeal', next(20), () => ({
      form: draw.pick(['full', 'annulment', 'urgent']),
      concerns: decision,
    }))
    for (let judged = draw.pick([0, 1, 1, 2]); judged > 0; judged--)
      event('judgment', next(60), () => ({
        ...notified(day),
        outcome: draw.pick(JUDGMENTS),
        concerns: appeal,
      }))
  }
}

const inventMinor = (rooms: RandomRooms, file: File, personId: string): void => {
  const { draw } = rooms
  const event = (kind: string, day: string, says: () => Row = () => ({})): string =>
    inventEvent(rooms, file, 'guardianshipEvent', kind, day, () => ({
      personId,
      outcome: null,
      form: null,
      concerns: null,
      atBorder: false,
      ...says(),
    }))
  let day = draw.day()
  for (let more = draw.int(1, 8); more > 0; more--) {
    day = plus(day, draw.pick([0, 0, 1, 10, 40]))
    switch (
      draw.pick([
        'reported',
        'reported',
        'in_charge',
        'doubted',
        'tested',
        'decided',
        'named',
        'named',
        'ended',
        'missing',
        'placed',
        'solution',
      ])
    ) {
      case 'reported':
        event('reported', day, () => ({
          form: draw.pick(['ngo', 'io', 'police_local']),
          outcome: 'by_sheet',
        }))
        break
      case 'in_charge':
        event('taken_in_charge', day)
        break
      case 'doubted':
        event('age_doubted', day, () => ({ form: draw.pick(['io', 'police']) }))
        break
      case 'tested':
        event('age_assessed', day, () => ({
          form: draw.pick(['medical_triple_test', 'documents']),
          outcome: draw.pick(['minor', 'adult', 'inconclusive']),
        }))
        break
      case 'decided': {
        const decided = event('decided', day, () => ({
          outcome: draw.pick(['identified_uam', 'identified_uam_eea', 'not_minor', 'not_unaccompanied']),
        }))
        if (draw.chance(0.4)) event('challenged', plus(day, 5), () => ({ concerns: decided }))
        break
      }
      case 'named':
        event('guardian_appointed', day)
        break
      case 'ended':
        event('guardian_ended', day, () => ({
          outcome: draw.pick(['guardian_resigned', 'majority', 'other']),
        }))
        break
      case 'placed':
        event('placed', day, () => ({ form: draw.pick(['ooc', 'foster_family']) }))
        break
      case 'solution':
        event('solution', day, () => ({
          outcome: draw.pick(['applied', 'stay_in_belgium', 'not_yet_found']),
        }))
        break
      default: {
        const missing = event('missing', day)
        for (let found = draw.pick([0, 1, 1, 2]); found > 0; found--)
          event('found', plus(day, draw.int(0, 40)), () => ({
            outcome: draw.pick(['found_safe', 'found_elsewhere_eu', 'closed_no_news']),
            concerns: missing,
          }))
      }
    }
  }
}

/** Rows of a register: one, two or three things that were said of one subject, the last perhaps that it was a mistake. */
const inventSubject = (
  rooms: RandomRooms,
  file: File,
  table: 'legalMandate' | 'matterStep' | 'sheetGiven' | 'referral',
  what: () => Row,
): string => {
  const { draw, add } = rooms
  const subjectId = draw.id()
  const revisions = draw.pick([1, 1, 1, 2, 3])
  for (let revision = 1; revision <= revisions; revision++)
    add(table, {
      id: revision === 1 ? subjectId : draw.id(),
      caseId: file.id,
      subjectId,
      revision,
      mistake: revision > 1 && draw.chance(0.25) ? draw.pick(MISTAKES) : null,
      ...what(),
      ...writtenBy(rooms, file),
    })
  return subjectId
}

const inventMandate = (rooms: RandomRooms, file: File): void => {
  const { draw } = rooms
  inventSubject(rooms, file, 'legalMandate', () => {
    const asked = draw.maybe(0.7, draw.day)
    const granted = draw.maybe(0.5, () => (asked === null ? draw.day() : plus(asked, draw.int(0, 60))))
    const begun = granted ?? asked
    const endReason = draw.maybe(0.4, () =>
      draw.pick(granted === null ? ['refused', 'done'] : ['done', 'replaced']),
    )
    return {
      aid: draw.pick(['second_line', 'second_line', 'second_line', 'first_line', 'paid', 'other']),
      askedOn: asked,
      grantedOn: granted,
      endReason,
      endedOn:
        endReason !== null && draw.chance(0.7)
          ? begun === null
            ? draw.day()
            : plus(begun, draw.int(0, 90))
          : null,
      whoCipher: new Uint8Array(16),
    }
  })
}

const inventReferral = (rooms: RandomRooms, file: File, personId: string): void => {
  const { draw, add } = rooms
  const referralId = inventSubject(rooms, file, 'referral', () => ({
    personId,
    kind: draw.pick(['health', 'lawyer', 'shelter']),
    urgency: draw.pick(['now', 'this_week', 'no_hurry']),
    bodySlug: draw.maybe(0.5, () => draw.pick(rooms.bodies)),
    fields: [],
    language: 'en',
    toCipher: new Uint8Array(16),
    askedCipher: new Uint8Array(16),
  }))
  let day = draw.day()
  for (const kind of draw.some(
    ['told', 'sent', 'received', 'no_answer', 'accepted', 'declined', 'no_capacity', 'outcome'],
    0.4,
  )) {
    day = plus(day, draw.pick([0, 0, 2, 20]))
    const step = (as: string, takesBack: string | null): string => {
      const id = draw.id()
      add('referralStep', {
        id,
        caseId: file.id,
        referralId,
        kind: as,
        onDay: day,
        takesBack,
        // Not by consent, which a trigger would look for: no figure asks about the ground.
        ground: as === 'sent' ? 'legal_claims' : null,
        wordsCipher: as === 'sent' ? new Uint8Array(16) : null,
        ...writtenBy(rooms, file),
      })
      return id
    }
    const id = step(kind, null)
    if (draw.chance(0.15)) step('taken_back', id)
  }
}

const inventConsent = (rooms: RandomRooms, file: File, personId: string): void => {
  const { draw, add } = rooms
  for (let more = draw.int(0, 3); more > 0; more--) {
    const answer = draw.pick(['given', 'given', 'refused', 'not_asked'])
    const isAsked = answer !== 'not_asked'
    const isMinor = draw.chance(0.3)
    const askedOn = draw.day()
    const id = draw.id()
    add('consent', {
      id,
      caseId: file.id,
      personId,
      purpose: 'statistics',
      recipient: 'house',
      recipientCipher: null,
      scopes: [],
      answer,
      askedOn,
      expiresAt:
        answer === 'given' ? draw.pick([null, null, '2026-02-01T10:00:00Z', '2099-01-01T10:00:00Z']) : null,
      language: isAsked ? 'fr' : null,
      interpreter: isAsked ? 'none' : null,
      form: isAsked ? 'spoken' : null,
      givenBy: isAsked ? draw.pick(['self', 'guardian', 'parent']) : null,
      isMinor,
      childView: isAsked && isMinor ? draw.pick(['agrees', 'disagrees', 'too_young']) : null,
      ...writtenBy(rooms, file),
    })
    for (const kind of draw.some(['withdrawn', 'mistake'], 0.15))
      add('consentEnd', {
        id: draw.id(),
        caseId: file.id,
        consentId: id,
        kind,
        endedOn: plus(askedOn, draw.int(0, 60)),
        saidBy: kind === 'withdrawn' ? 'self' : null,
        ...writtenBy(rooms, file),
      })
  }
}

/** What belongs to the file and to no one in it. */
const inventDeadlines = (rooms: RandomRooms, file: File): void => {
  const { draw, add } = rooms
  for (let more = draw.int(0, 3); more > 0; more--) {
    const rule = draw.pick(rooms.rules)
    const status = draw.pick(['open', 'closed', 'closed', 'superseded'])
    const [dueOn, id] = [draw.maybe(0.85, draw.day), draw.id()]
    const isClosed = status === 'closed'
    add('deadline', {
      id,
      caseId: file.id,
      chainId: id,
      family: rule.family,
      ruleId: rule.id,
      severity: 'normal',
      event: 'card_expires',
      facts: [],
      dueOn,
      remindOn: dueOn,
      explanation: {},
      status,
      supersededBy: status === 'superseded' ? draw.id() : null,
      closedAct: isClosed ? 'waived' : null,
      closedOn: isClosed ? '2026-06-01' : null,
      closedKind: isClosed ? 'note' : null,
      closedRef: isClosed ? draw.id() : null,
      kept: isClosed ? (dueOn === null ? 'notKnown' : draw.pick(['inTime', 'late'])) : null,
      closedBy: isClosed ? file.workerId : null,
      closedAt: isClosed ? '2026-06-01T10:00:00Z' : null,
      ...writtenBy(rooms, file),
    })
  }
}

export const inventRooms = (rooms: RandomRooms, file: File): void => {
  const { draw, add, when } = rooms
  for (let ways = draw.pick([0, 1, 1, 2]); ways > 0; ways--) inventWay(rooms, file)
  for (let more = draw.int(0, 2); more > 0; more--) inventMandate(rooms, file)
  for (let more = draw.int(0, 2); more > 0; more--) {
    const from = draw.maybe(0.85, draw.day)
    const until = draw.maybe(0.5, () => (from === null ? draw.day() : plus(from, draw.int(0, 120))))
    add('receptionStay', {
      id: draw.id(),
      caseId: file.id,
      placeType: draw.pick(['collective_fedasil', 'lri', 'no_shelter']),
      code_207: draw.pick([null, 'assigned', 'no_show']),
      fromOn: from,
      untilOn: until,
      endReason: draw.maybe(0.2, () => 'other'),
      ...writtenBy(rooms, file),
    })
  }
  for (let more = draw.int(0, 3); more > 0; more--)
    inventSubject(rooms, file, 'matterStep', () => {
      const isReturn = draw.chance(0.85)
      return {
        personId: file.people.length > 0 && draw.chance(0.5) ? draw.pick(file.people) : null,
        matter: isReturn ? 'voluntary_return' : 'naturalisation',
        kind: isReturn ? draw.pick(['informed', 'applied', 'planned', 'left']) : 'informed',
        programme: isReturn ? draw.pick(['fedasil', 'iom']) : null,
        doubts: isReturn ? draw.some(['held', 'afraid', 'pressed'], 0.2) : [],
        ...when(draw.day(), false),
      }
    })
  for (let more = draw.int(0, 2); more > 0; more--)
    inventSubject(rooms, file, 'sheetGiven', () => ({
      sheetCipher: new Uint8Array(16),
      language: draw.pick(['fr', 'ar', 'ti']),
      givenOn: draw.day(),
    }))
  inventDeadlines(rooms, file)
  for (const personId of file.people) {
    if (draw.chance(0.5)) inventReferral(rooms, file, personId)
    if (draw.chance(0.5)) inventConsent(rooms, file, personId)
    if (draw.chance(0.4)) inventMinor(rooms, file, personId)
  }
}
/** The tables of rooms whose rows are of a file. */
export const ROOM_TABLES: readonly Table[] = [
  'asylumApplication',
  'asylumEvent',
  'legalMandate',
  'receptionStay',
  'matterStep',
  'sheetGiven',
  'referral',
  'referralStep',
  'guardianshipEvent',
  'consent',
  'consentEnd',
  'deadline',
  'activity',
]
