import type { EventRow } from '@/lib/guardianship/event.data'
import { inOrder } from '@/lib/guardianship/event.rules'
import { byPerson, currentOf } from '@/lib/guardianship/state.rules'
import type { EventKind } from '@/lib/guardianship/vocabulary.rules'
import { current } from '@/lib/registers/event-chain.rules'
import type { NameOf } from './beside.view'
import { facts, type Items, row, some } from './fact.rules'

/** Of a disappearance a whole sheet speaks and no other: it tells of danger, and of what may have been done to a child. */
const DISAPPEARANCE: readonly EventKind[] = ['missing', 'told', 'looked_again', 'found']

/** How the guardianship of each minor stands, then what happened; words of the rows and of the sheet of a report are on no summary. */
export const toGuardianship = (events: readonly EventRow[], nameOf: NameOf): Items =>
  [...byPerson(events)].flatMap(([personId, own]) => {
    const { state, guardian } = currentOf(own)
    return [
      ...facts(
        ...some(nameOf(personId), (text) => ({ piece: 'minorName', value: { kind: 'name', text } })),
        { piece: 'guardianState', value: { kind: 'guardianState', state } },
        ...some(guardian, ({ details }) => ({
          piece: 'guardian',
          value: { kind: 'name', text: details.who },
        })),
        ...some(guardian === null || guardian.details.phone === '' ? null : guardian, ({ details }) => ({
          piece: 'guardianPhone',
          value: { kind: 'code', text: details.phone },
        })),
        ...some(guardian?.on, (when) => ({ piece: 'guardianSince', value: { kind: 'when', when } })),
      ),
      ...inOrder(current(own))
        .filter(({ kind }) => kind !== 'prepared')
        .map(({ kind, outcome, form, on }) =>
          DISAPPEARANCE.includes(kind)
            ? row(
                { piece: 'disappearance', value: { kind: 'guardianEvent', event: { kind, outcome, form } } },
                ...some(on, (when) => ({ piece: 'disappearanceOn', value: { kind: 'when', when } })),
              )
            : row(
                { piece: 'guardianEvent', value: { kind: 'guardianEvent', event: { kind, outcome, form } } },
                ...some(on, (when) => ({ piece: 'guardianEventOn', value: { kind: 'when', when } })),
              ),
        ),
    ]
  })
