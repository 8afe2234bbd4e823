import type { FigureId } from '@/lib/reporting/figure.rules'
import { dayIn } from './calendar'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

/** Its own, or that of its visit, where the reader counts that. */
const projectOf = (seen: Seen, { project_id, visit_id }: RowOf<'encounter'>): string | null =>
  project_id ?? seen.visit.find(({ id }) => id === visit_id)?.project_id ?? null

const line = (seen: Seen, meeting: RowOf<'encounter'>): Occurrence => ({
  thing: meeting.id,
  person: seen.became(meeting.person_id),
  file: meeting.case_id,
  office: seen.officeOf(meeting.case_id),
  place: meeting.place_id,
  first: meeting.met_on,
  last: meeting.met_on,
  written: meeting.met_on,
  codes: {
    outcome: meeting.outcome,
    mode: meeting.mode,
    interpreter: meeting.interpreter,
    language: meeting.language,
    project: projectOf(seen, meeting),
  },
})
export const seenPeople = (seen: Seen): Occurrence[] =>
  seen.encounter.filter(({ outcome }) => outcome === 'seen').map((one) => line(seen, one))

/** Each person on the day on which we first spoke with them. */
export const firsts = (seen: Seen): Occurrence[] => {
  const first = new Map<string, RowOf<'encounter'>>()
  for (const meeting of seen.encounter) {
    if (meeting.outcome !== 'seen') continue
    const who = seen.became(meeting.person_id)
    const before = first.get(who)
    if (
      before === undefined ||
      meeting.met_on < before.met_on ||
      (meeting.met_on === before.met_on && meeting.id < before.id)
    )
      first.set(who, meeting)
  }
  return [...first.values()].map((one) => line(seen, one))
}

const items =
  (kind: 'topic' | 'request' | 'action') =>
  (seen: Seen): Occurrence[] =>
    seen.encounter_item.flatMap((item) => {
      const meeting = seen.encounter.find(({ id }) => id === item.encounter_id)
      if (item.kind !== kind || meeting === undefined) return []
      return [{ ...line(seen, meeting), thing: `${meeting.id} ${item.code}`, codes: { [kind]: item.code } }]
    })

const signals = (seen: Seen): Occurrence[] =>
  seen.signal.flatMap(({ id, encounter_id, code, severity, raised_at }) => {
    const meeting = seen.encounter.find((one) => one.id === encounter_id)
    if (meeting === undefined) return []
    const day = dayIn(raised_at)
    const codes = { signal: code, severity }
    return [{ ...line(seen, meeting), thing: id, first: day, last: day, written: day, codes }]
  })

export const ofMeetings = {
  people_met: { counts: 'people', when: 'in', lines: seenPeople },
  people_met_first: { counts: 'people', when: 'in', lines: firsts },
  conversations: { counts: 'things', when: 'in', lines: seenPeople },
  not_met: {
    counts: 'things',
    when: 'in',
    lines: (seen) => seen.encounter.filter(({ outcome }) => outcome !== 'seen').map((one) => line(seen, one)),
  },
  topics: { counts: 'people', when: 'in', lines: items('topic') },
  requests: { counts: 'things', when: 'in', lines: items('request') },
  actions: { counts: 'things', when: 'in', lines: items('action') },
  signals: { counts: 'things', when: 'in', lines: signals },
  signal_wait: {
    counts: 'waits',
    when: 'during',
    lines: (seen) =>
      signals(seen).map((one) => {
        const answered = seen.signal.find(({ id }) => id === one.thing)?.answered_at ?? null
        return { ...one, last: answered === null ? null : dayIn(answered), known: one.first, lost: null }
      }),
  },
  people_signalled: { counts: 'people', when: 'in', lines: signals },
} as const satisfies Partial<Record<FigureId, Recount>>
