import * as z from 'zod/mini'
import type { NewField, NextEdition } from '@/lib/fields/field.data'
import { canonical } from '@/lib/shared/canonical'
import type { Fault, FilePartner, Line } from './file.schema'
import { toPlace } from './read-file'

type Json = z.output<ReturnType<typeof z.json>>
/** What is written when the file is brought in: an edition as the pages write it, or one of an own field. */
export type Step =
  | {
      readonly of: 'edition'
      readonly subject: 'setting' | 'office' | 'list' | 'value' | 'place'
      readonly item: string
      readonly after: Json
    }
  | {
      readonly of: 'field'
      readonly id: string
      /** Null: it is there already. */
      readonly field: NewField | null
      readonly edition: number
      readonly next: Omit<NextEdition, 'because'>
    }
  | { readonly of: 'partner'; readonly wanted: FilePartner }
export type Comparison = {
  readonly lines: readonly Line[]
  readonly faults: readonly Fault[]
  readonly steps: readonly Step[]
}

type Way = readonly (string | number)[]
/** What comparing one part finds. */
export class Found {
  readonly lines: Line[] = []
  readonly faults: Fault[] = []
  readonly steps: Step[] = []
  fault(code: Fault['code'], ...at: Way): void {
    this.faults.push({ at: toPlace(at), code })
  }
  edition(subject: Extract<Step, { of: 'edition' }>['subject'], item: string, after: unknown): void {
    this.steps.push({ of: 'edition', subject, item, after: z.parse(z.json(), after) })
  }
}

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
export const kindOf = (now: unknown, wanted: unknown): 'new' | 'same' | 'changed' =>
  now === null ? 'new' : isSame(now, wanted) ? 'same' : 'changed'
