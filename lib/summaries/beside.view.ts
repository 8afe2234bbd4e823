import { mandateState } from '@/lib/asylum/mandate.rules'
import type { MandateRow } from '@/lib/asylum/mandate.schema'
import type { MatterRow } from '@/lib/asylum/matter.schema'
import { NEED_LIST } from '@/lib/asylum/need.rules'
import type { NeedRow } from '@/lib/asylum/need.schema'
import type { Day } from '@/lib/shared/dates'
import { each, facts, type Items, row, some } from './fact.rules'

/** What runs beside the procedure, as it stands. Words of these rows are on no sheet. */
export type Beside = {
  readonly mandates: readonly MandateRow[]
  readonly needs: readonly NeedRow[]
  /** The latest first. */
  readonly matters: readonly MatterRow[]
}
/** Names of those in the file, where more than one is in it: with one it is clear whose need it is. */
export type NameOf = (personId: string | null) => string | null

export const toMandates = ({ mandates }: Beside, today: Day): Items =>
  mandates.flatMap((mandate) => {
    const { who, aid, askedOn, grantedOn, endedOn, endReason } = mandate
    return facts(
      { piece: 'lawyer', value: { kind: 'name', text: who } },
      { piece: 'aid', value: { kind: 'aid', aid } },
      { piece: 'mandateState', value: { kind: 'mandateState', state: mandateState(mandate, today).state } },
      ...some(askedOn, (on) => ({ piece: 'aidAskedOn', value: { kind: 'day', on } })),
      ...some(grantedOn, (on) => ({ piece: 'aidGrantedOn', value: { kind: 'day', on } })),
      ...some(endedOn, (on) => ({ piece: 'mandateEndedOn', value: { kind: 'day', on } })),
      ...some(endReason, (reason) => ({ piece: 'mandateEnd', value: { kind: 'mandateEnd', reason } })),
    )
  })

export const toNeeds = ({ needs }: Beside, nameOf: NameOf): Items =>
  needs.flatMap(({ need, personId, source, on, toldTo, toldOn, answer, answeredOn, endedOn }) =>
    facts(
      { piece: 'need', value: { kind: 'listed', list: NEED_LIST, code: need } },
      ...some(nameOf(personId), (text) => ({ piece: 'needOf', value: { kind: 'name', text } })),
      { piece: 'needSource', value: { kind: 'needSource', source } },
      ...some(on, (when) => ({ piece: 'needSince', value: { kind: 'when', when } })),
      ...some(toldTo, (authority) => ({ piece: 'needTold', value: { kind: 'authority', authority } })),
      ...some(toldOn, (day) => ({ piece: 'needToldOn', value: { kind: 'day', on: day } })),
      ...some(answer, (said) => ({ piece: 'needAnswer', value: { kind: 'needAnswer', answer: said } })),
      ...some(answeredOn, (day) => ({ piece: 'needAnsweredOn', value: { kind: 'day', on: day } })),
      ...some(endedOn, (day) => ({ piece: 'needEndedOn', value: { kind: 'day', on: day } })),
    ),
  )

export const toMatters = ({ matters }: Beside, nameOf: NameOf): Items =>
  matters.map(({ matter, kind, on, personId, programme, doubts }) =>
    row(
      { piece: 'matter', value: { kind: 'matter', matter, step: kind } },
      ...some(on, (when) => ({ piece: 'matterOn', value: { kind: 'when', when } })),
      ...some(nameOf(personId), (text) => ({ piece: 'matterFor', value: { kind: 'name', text } })),
      ...some(programme, (of) => ({ piece: 'programme', value: { kind: 'programme', programme: of } })),
      ...each(doubts, (doubt) => ({ piece: 'doubt', value: { kind: 'doubt', doubt } })),
    ),
  )
