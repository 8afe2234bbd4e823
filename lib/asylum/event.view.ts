import type { Deadline } from '@/lib/deadlines/deadline.data'
import { detainedSaid, otherFacts } from '@/lib/deadlines/detained.rules'
import { LETTER_UNITS } from '@/lib/deadlines/notification.rules'
import { type ShownEvent, showEvents } from '@/lib/deadlines/shown-event.view'
import type { EventRow } from './event.data'
import { inOrder, isSame, mayAnswer } from './event.rules'
import type { EventInput } from './event.schema'
import { type EventKind, SHAPES } from './vocabulary.rules'

export type EventShown = ShownEvent<EventRow>

/** What stands on a way, the latest first. */
export const toShown = (all: readonly EventRow[], deadlines: readonly Deadline[]): EventShown[] =>
  showEvents(all, deadlines, { inOrder, isSame })

export type EventFields = { -readonly [K in keyof EventInput]: EventInput[K] }

/** An empty form for a kind, or the one of the event that is corrected. */
export const toEventFields = (
  caseId: string,
  kind: EventInput['kind'],
  { corrected, applicationId }: { readonly corrected: EventRow | null; readonly applicationId: string },
): EventFields => {
  const letter = corrected?.letter ?? null
  const facts = corrected?.facts ?? []
  return {
    caseId,
    applicationId: corrected?.applicationId ?? applicationId,
    replaces: corrected?.id ?? '',
    kind,
    outcome: corrected?.outcome ?? '',
    form: corrected?.form ?? '',
    ground: corrected?.ground ?? '',
    country: corrected?.country ?? '',
    suspensive: corrected?.suspensive ?? '',
    on: corrected?.typed ?? '',
    notifiedOn: corrected?.notifiedOn ?? '',
    notification: corrected?.notification ?? '',
    letterKind: letter?.kind ?? 'none',
    letterOn: letter?.kind === 'lastDay' ? letter.on : '',
    letterAmount: letter?.kind === 'period' ? String(letter.amount) : '',
    letterUnit: letter?.kind === 'period' ? LETTER_UNITS.read(letter.unit) : 'calendar_day',
    held: detainedSaid(facts),
    facts: [...otherFacts(facts)],
    concerns: corrected?.concerns ?? '',
    words: corrected?.words ?? '',
  }
}

/** What an event of a kind may answer, the latest first. */
export const answerable = (
  all: readonly EventRow[],
  kind: EventKind,
  replaces: string | null,
): readonly Pick<EventRow, 'id' | 'applicationId' | 'kind' | 'outcome' | 'form' | 'on' | 'notifiedOn'>[] =>
  [...inOrder(mayAnswer(all, replaces))]
    .reverse()
    .filter((one) => SHAPES[kind].concerns.includes(one.kind))
    .map(({ id, applicationId, kind: own, outcome, form, on, notifiedOn }) => ({
      id,
      applicationId,
      kind: own,
      outcome,
      form,
      on,
      notifiedOn,
    }))
export type Answerable = ReturnType<typeof answerable>[number]
