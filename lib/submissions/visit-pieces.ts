import { checkCodes, type Known } from '@/lib/detention/visit.rules'
import type { EncounterInput, VisitForm, VisitInput } from '@/lib/detention/visit.schema'

/** A visit that was written without a network meets a world that has moved on: what of it still fits, and how the rest is kept. */

/** What may not be picked any more goes into the note, in words; what a colleague did who left is the author's. */
export const adapt = (visit: VisitInput, known: Known, wordOf: (code: string) => string): VisitInput => ({
  ...visit,
  visitors: visit.visitors.filter((id) => id === known.actorId || known.colleagues.has(id)),
  encounters: visit.encounters.map((encounter) => toCurrent(encounter, known, wordOf)),
})

const toCurrent = (
  encounter: EncounterInput,
  known: Known,
  wordOf: (code: string) => string,
): EncounterInput => {
  const { nextStep } = encounter
  const step =
    nextStep.who === 'colleague' && !known.colleagues.has(nextStep.staffId)
      ? ({ ...nextStep, who: 'me', staffId: '' } as const)
      : nextStep
  const parts = checkCodes(encounter, known.codes)
  if (parts.length === 0) return { ...encounter, nextStep: step }
  const isGone = (part: 'topics' | 'actions' | 'requests' | 'signals', code: string): boolean =>
    !known.codes[part].has(code)
  const words = (['topics', 'actions', 'requests'] as const).flatMap((part) =>
    encounter[part].filter((code) => isGone(part, code)).map(wordOf),
  )
  const signals = encounter.signals
    .filter(({ code }) => isGone('signals', code))
    .map(({ code, note }) => [wordOf(code), note].filter((text) => text !== '').join(': '))
  return {
    ...encounter,
    nextStep: step,
    topics: encounter.topics.filter((code) => !isGone('topics', code)),
    actions: encounter.actions.filter((code) => !isGone('actions', code)),
    requests: encounter.requests.filter((code) => !isGone('requests', code)),
    signals: encounter.signals.filter(({ code }) => !isGone('signals', code)),
    note: [encounter.note, ...words, ...signals].filter((text) => text !== '').join('\n'),
  }
}

/** What the fields of the form held. */
export const toForm = (visit: VisitInput, encounters: readonly EncounterInput[]): VisitForm => ({
  ...visit,
  startsAt: visit.startsAt ?? '',
  endsAt: visit.endsAt ?? '',
  waitingMinutes: visit.waitingMinutes === null ? '' : String(visit.waitingMinutes),
  encounters: encounters.map((one) => ({ ...one, metAt: one.metAt ?? '' })),
})

/** Of a visit, these conversations alone: what was seen of the centre stays where it was placed. */
export const withOnly = (visit: VisitInput, encounters: readonly EncounterInput[]): VisitForm =>
  toForm({ ...visit, groups: [], observations: [] }, encounters)
