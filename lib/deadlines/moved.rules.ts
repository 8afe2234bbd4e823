import type { Day } from '@/lib/shared/dates'
import type { Trigger } from './clock.rules'
import { isSameLetter, type Letter, letterOf, type Printed } from './letter.rules'
import type { Step } from './step.rules'

/** Whether it is the law that left a deadline behind, and not the record. */

export const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** What a stored computation was asked for. */
export type Asked = { readonly computation: { readonly steps: readonly Step[] } }

type Application = Pick<Trigger, 'lodgedOn' | 'registeredOn'>

/**
 * Whether a deadline counts from the application that is on record. Only the law of transfers asks for the day of registration, and a
 * deadline that was written before it was stored was not asked for it: it does not know the day, and that is no other record.
 */
export const isSameApplication = (
  known: Application & { readonly explanation: Asked },
  { lodgedOn, registeredOn }: Application,
): boolean =>
  known.lodgedOn === lodgedOn &&
  (known.registeredOn === registeredOn ||
    (known.registeredOn === null &&
      !known.explanation.computation.steps.some(({ code }) => code === 'registered')))

type Recorded = Printed &
  Pick<Trigger, 'event' | 'notification' | 'facts' | 'lodgedOn' | 'registeredOn'> & {
    readonly explanation: Asked
    readonly causeRef: string | null
    readonly family: string
    readonly happenedOn: Day | null
    readonly happenedAt: string | null
  }
type Begun = {
  readonly rows: ReadonlySet<string>
  readonly trigger: Trigger
  readonly letter: Letter | null
}
type Counted = { readonly trigger: Trigger; readonly started: { readonly rule: { readonly family: string } } }

/**
 * Its event stands in the same words, and no rule of today counts this from it any more: the law moved, and not the record. What
 * becomes of it is said by a person (recount.rules).
 */
export const isMovedByLaw = (known: Recorded, wants: readonly Begun[], due: readonly Counted[]): boolean =>
  wants.some(
    ({ rows, trigger, letter }) =>
      known.causeRef !== null &&
      rows.has(known.causeRef) &&
      known.event === trigger.event &&
      known.happenedOn === trigger.on &&
      known.happenedAt === trigger.at &&
      known.notification === trigger.notification &&
      // Another day of lodging or registration is another record: then the record moved.
      isSameApplication(known, trigger) &&
      isSameSet(known.facts, trigger.facts) &&
      isSameLetter(letterOf(known), letter) &&
      !due.some((one) => one.trigger === trigger && one.started.rule.family === known.family),
  )
