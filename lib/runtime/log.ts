import 'server-only'
import { randomBytes } from 'node:crypto'
import pino from 'pino'

// Ids, codes and stacks only. Error messages of the database can quote values, so they are never written.
const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

/** Writes something that an operator looks for: fixed words only. */
export const note = (event: string): void => log.warn({ event })

/** Writes that a stored text, paper or key is damaged: where, never what. */
export const noteDamage = ({
  table,
  column,
  row,
}: {
  readonly table: string
  readonly column: string
  readonly row: string
}): void => log.error({ event: 'content_damaged', table, column, row })

/** Writes a defect and returns the reference number that the person is shown. */
export const report = (handler: string, error: unknown): string => {
  const reference = randomBytes(4).toString('hex')
  const kind = error instanceof Error ? error.name : typeof error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
  const stack =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 12)
      : []
  // By its name: the part of the server that logs what fails while a page is drawn has a class of its own.
  const vocabulary =
    kind === 'UnknownCode' && error instanceof Error && 'digest' in error ? error.digest : undefined
  log.error({ reference, handler, kind, code, vocabulary, stack })
  return reference
}
