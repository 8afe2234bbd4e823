import type { FigureId } from '@/lib/reporting/figure.rules'
import { plus } from './calendar'
import { current, earliest, fileOf, sorted, successor, told } from './registers'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

type Event = RowOf<'guardianship_event'>

const isSure = ({ on_from, on_to }: Event): boolean => on_from !== null && on_from === on_to
const place = (event: Event): string => (isSure(event) ? (event.on_from ?? '') : event.stands_on)
const when = (kind: string, event: Event, value: string | null): string | null =>
  event.kind === kind ? value : null

const happened =
  (kind: string, is: (event: Event) => boolean = () => true) =>
  (seen: Seen): Occurrence[] =>
    current(seen.guardianship_event)
      .filter((event) => event.kind === kind && is(event))
      .flatMap((event) =>
        told(seen, event, [seen.became(event.person_id)], {
          thing: event.id,
          first: event.on_from,
          last: event.on_to,
          codes: {
            reporter: when('reported', event, event.form),
            doubt_source: when('age_doubted', event, event.form),
            age_method: when('age_assessed', event, event.form),
            age_result: when('age_assessed', event, event.outcome),
            identification: when('decided', event, event.outcome),
            arrangement: when('placed', event, event.form),
            solution: when('solution', event, event.outcome),
            found: when('found', event, event.outcome),
          },
        }),
      )

const ORDER = ['reported', 'age_doubted', 'decided']
/** Day by day, as one would tell it: a guardian leaves before the next one comes, unless there was none to leave. */
const story = (seen: Seen, personId: string): Event[] => {
  const own = current(seen.guardianship_event).filter(
    ({ person_id, kind }) =>
      seen.became(person_id) === personId &&
      [...ORDER, 'guardian_ended', 'guardian_appointed'].includes(kind),
  )
  const days = [...new Set(own.map(place))].sort()
  let guardians = 0
  return days.flatMap((day) => {
    const ofDay = own.filter((event) => place(event) === day)
    const turn =
      guardians > 0 ? ['guardian_ended', 'guardian_appointed'] : ['guardian_appointed', 'guardian_ended']
    for (const { kind } of ofDay)
      guardians += kind === 'guardian_appointed' ? 1 : kind === 'guardian_ended' ? -1 : 0
    return [...ORDER, ...turn].flatMap((kind) =>
      sorted(
        ofDay.filter((event) => event.kind === kind),
        ({ id }) => id,
      ),
    )
  })
}

type Wait = { readonly begin: Event; readonly end: Event | null }
const waitsOf = (seen: Seen, personId: string): Wait[] => {
  const waits: Wait[] = []
  let [state, isReported]: [string, boolean] = ['open', false]
  let begin: Event | null = null
  for (const event of story(seen, personId)) {
    const { kind, outcome } = event
    if (kind === 'reported') isReported = true
    if (kind === 'guardian_appointed') state = 'guardian'
    if (kind === 'guardian_ended') state = outcome === 'guardian_resigned' ? 'resigned' : 'ended'
    if (kind === 'age_doubted' && state === 'no_minor') state = 'open'
    if (kind === 'decided') {
      if (outcome === 'not_minor' || outcome === 'not_unaccompanied') state = 'no_minor'
      else if (state !== 'guardian' && state !== 'resigned') state = 'open'
    }
    const isWaiting = state === 'resigned' || (state === 'open' && isReported)
    if (isWaiting && begin === null) begin = event
    if (!isWaiting && begin !== null) {
      waits.push({ begin, end: event })
      begin = null
    }
  }
  return begin === null ? waits : [...waits, { begin, end: null }]
}
const allWaits = (seen: Seen): Wait[] =>
  [...new Set(seen.guardianship_event.map(({ person_id }) => seen.became(person_id)))].flatMap((personId) =>
    waitsOf(seen, personId),
  )

/** The days of which it is certain: after every day on which it can have begun, before any on which it can have ended. */
const certain = (seen: Seen, begin: Event, end: Event | null): Occurrence[] => {
  const first = end !== null && end.on_from === null ? null : begin.on_to
  const last = end?.on_from == null ? null : plus(end.on_from, -1)
  if (begin.on_to !== null && last !== null && last < begin.on_to) return []
  return told(seen, begin, [seen.became(begin.person_id)], { thing: begin.id, first, last })
}
const lasting = (seen: Seen, begin: Event, end: Event | null, ends: boolean): Occurrence[] => {
  const file = fileOf(seen, begin.case_id)
  return told(seen, begin, [seen.became(begin.person_id)], {
    thing: begin.id,
    first: isSure(begin) && (end === null || isSure(end)) ? begin.on_from : null,
    last: ends ? (end?.on_to ?? null) : null,
    known: file.opened_on,
    lost: earliest(file.closed_on, ends ? null : end?.on_to),
  })
}

const disappearances = (seen: Seen): Wait[] =>
  current(seen.guardianship_event)
    .filter(({ kind }) => kind === 'missing')
    .map((begin) => {
      const end = sorted(current(seen.guardianship_event), place).find(
        ({ kind, concerns }) =>
          kind === 'found' && successor(seen.guardianship_event, concerns)?.id === begin.id,
      )
      return { begin, end: end ?? null }
    })
const isFound = ({ end }: Wait): boolean => end !== null && end.outcome !== 'closed_no_news'

const things = (lines: Recount['lines']) => ({ counts: 'things', when: 'in', lines }) as const
const people = (lines: Recount['lines']) => ({ counts: 'people', when: 'in', lines }) as const
const ANSWERS = [
  'not_yet_found',
  'stay_in_belgium',
  'return_country_of_origin',
  'family_reunification_abroad',
]

export const ofMinors = {
  minors_reported: people(happened('reported')),
  minors_in_charge: people(happened('taken_in_charge')),
  without_guardian: {
    counts: 'people',
    when: 'on',
    lines: (seen) => allWaits(seen).flatMap(({ begin, end }) => certain(seen, begin, end)),
  },
  guardian_wait: {
    counts: 'waits',
    when: 'during',
    lines: (seen) =>
      allWaits(seen).flatMap(({ begin, end }) =>
        lasting(seen, begin, end, end?.kind === 'guardian_appointed'),
      ),
  },
  age_doubts: things(happened('age_doubted')),
  age_tests: things(happened('age_assessed')),
  identifications: things(happened('decided')),
  decisions_challenged: things(happened('challenged')),
  minors_missing: people(happened('missing')),
  missing_on_day: {
    counts: 'people',
    when: 'on',
    lines: (seen) =>
      disappearances(seen).flatMap((one) => certain(seen, one.begin, isFound(one) ? one.end : null)),
  },
  minors_found: people(happened('found')),
  missing_wait: {
    counts: 'waits',
    when: 'during',
    lines: (seen) => disappearances(seen).flatMap((one) => lasting(seen, one.begin, one.end, isFound(one))),
  },
  minors_placed: people(happened('placed')),
  solutions: people(happened('solution', ({ outcome }) => ANSWERS.includes(outcome ?? ''))),
} as const satisfies Partial<Record<FigureId, Recount>>
