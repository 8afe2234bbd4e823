import { type CodeOf, vocabulary } from './vocabulary'

/** The registers beside the procedure. */
export const REGISTERS = vocabulary('shared.stay-registers', ['mandate', 'need', 'screening', 'matter'])
/** What the audit log is told of each; the history of a file has a sentence for it. */
export const REGISTER_EVENTS = {
  mandate: 'stay.mandate',
  need: 'stay.need',
  screening: 'stay.screening',
  matter: 'stay.matter',
} as const satisfies Record<CodeOf<typeof REGISTERS>, string>
export type RegisterEvent = (typeof REGISTER_EVENTS)[CodeOf<typeof REGISTERS>]
