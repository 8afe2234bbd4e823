import type { Labelled } from '@/lib/shared/labelled'
import type { FieldType } from './field.rules'

/** What an answer may name that is kept elsewhere: a place or a partner. */
export type FieldChoice = Labelled & {
  readonly of: 'place' | 'partner'
  readonly id: string
  /** For a new answer; one that is offered no more stays where it was chosen. */
  readonly isOffered: boolean
}

/** Whether an answer is kept as the id of something. */
export const namesOf = (type: FieldType): FieldChoice['of'] | null =>
  type === 'place' || type === 'partner' ? type : null

/** Whether a new answer may name it; true of every answer that names nothing. */
export const mayName = (choices: readonly FieldChoice[], type: FieldType, id: string): boolean =>
  namesOf(type) === null || choices.some((one) => one.of === type && one.id === id && one.isOffered)
