import type { Day } from '@/lib/shared/dates'
import { boundsOf, isKnown, type When } from '@/lib/shared/when/when.rules'
import type { Matter, Step } from './matter.rules'

/**
 * What the registers tell the timeline of a file: which kind of thing was on which day. Which need it is stays on the page of the
 * procedure: a timeline is read aloud, shown and printed.
 */
export type Moment =
  | {
      readonly what:
        | 'mandate_named'
        | 'mandate_asked'
        | 'mandate_granted'
        | 'mandate_refused'
        | 'mandate_ended'
        | 'need_noted'
        | 'need_told'
        | 'need_answered'
    }
  | { readonly what: 'matter'; readonly matter: Matter; readonly step: Step }

export type Dated = { readonly on: Day; readonly when: When | null; readonly said: Moment }

const exactly = (day: Day | null, moment: Moment): Dated[] =>
  day === null ? [] : [{ on: day, when: { form: 'exact', day }, said: moment }]
const nearly = (when: When | null, recordedOn: Day, moment: Moment): Dated => ({
  on: isKnown(when) ? boundsOf(when).earliest : recordedOn,
  when,
  said: moment,
})

/** A mandate without any day is told on the day it was written down. */
export const mandateMoments = (
  {
    askedOn,
    grantedOn,
    endedOn,
    endReason,
  }: {
    readonly askedOn: Day | null
    readonly grantedOn: Day | null
    readonly endedOn: Day | null
    readonly endReason: string | null
  },
  recordedOn: Day,
): readonly Dated[] => {
  const dated = [
    ...exactly(askedOn, { what: 'mandate_asked' }),
    ...exactly(grantedOn, { what: 'mandate_granted' }),
    ...exactly(endedOn, { what: endReason === 'refused' ? 'mandate_refused' : 'mandate_ended' }),
  ]
  return dated.length > 0 ? dated : [nearly(null, recordedOn, { what: 'mandate_named' })]
}

export const needMoments = (
  {
    on,
    toldOn,
    answeredOn,
  }: { readonly on: When | null; readonly toldOn: Day | null; readonly answeredOn: Day | null },
  recordedOn: Day,
): readonly Dated[] => [
  nearly(on, recordedOn, { what: 'need_noted' }),
  ...exactly(toldOn, { what: 'need_told' }),
  ...exactly(answeredOn, { what: 'need_answered' }),
]

export const matterMoments = (
  { on, matter, step }: { readonly on: When | null; readonly matter: Matter; readonly step: Step },
  recordedOn: Day,
): readonly Dated[] => [nearly(on, recordedOn, { what: 'matter', matter, step })]
