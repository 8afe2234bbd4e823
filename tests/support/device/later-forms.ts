import * as z from 'zod'
import { SCHEMAS, STEPS } from '@/lib/device/form-versions'

const record = z.record(z.string(), z.unknown())

/** The form of a note is of version 4 here; the three before it called its text otherwise, and so will one to come. */
export const textNameOf = (version: number): string => (version === 4 ? 'text' : `text${version}`)
const rename =
  (from: string, to: string) =>
  (input: unknown): unknown => {
    const { [from]: text, ...rest } = record.parse(input)
    return { ...rest, [to]: text }
  }

const shipped = { version: SCHEMAS.note, steps: STEPS.note }
/** From here on the modules are those of a build that knows the form of a note in this version. */
export const buildWith = (version: number): void => {
  Object.assign(SCHEMAS, { note: version })
  Object.assign(STEPS, {
    note: Array.from({ length: version - 1 }, (_, at) => rename(textNameOf(at + 1), textNameOf(at + 2))),
  })
}
export const buildAsShipped = (): void => {
  Object.assign(SCHEMAS, { note: shipped.version })
  Object.assign(STEPS, { note: shipped.steps })
}
