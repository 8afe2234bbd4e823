import 'server-only'
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { requestId } from './request'

// One JSON line an event. Ids, codes and stacks only: error messages of the database can quote values, so they are never written.
const log = pino({
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const request = requestId()
    return request === undefined ? {} : { request }
  },
})

/** A class of errors or a code: anything longer, or with other signs, may be a text that someone typed. */
const asCode = (text: string): string => (/^[A-Za-z0-9_.:-]{1,60}$/.test(text) ? text : 'other')

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && error.code !== undefined
    ? asCode(String(error.code))
    : undefined

const FRAME = /^\s+at (?:[^\n]* \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>|\[|\.)[^\n]*\)?$/

/** Where it happened. The message stands before the frames and may have lines that look like one: it is taken off as a whole. */
const framesOf = ({ stack = '', message }: Error): readonly string[] => {
  const at = message === '' ? -1 : stack.indexOf(message)
  const after = at === -1 ? stack : stack.slice(at + message.length)
  return after
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}

/** What of an error may be written: its class, its code and where it happened. */
export const errorFacts = (error: unknown) => ({
  kind: error instanceof Error ? asCode(error.name) : typeof error,
  code: codeOf(error),
  stack: error instanceof Error ? framesOf(error) : [],
})

type Facts = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>

/** Writes something that an operator looks for: fixed words, codes and numbers only. */
export const note = (event: string, facts: Facts = {}): void => log.warn({ event, ...facts })

/** The same for what is as it should be. */
export const tell = (event: string, facts: Facts = {}): void => log.info({ event, ...facts })

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
  const { kind, code, stack } = errorFacts(error)
  // By its name: the part of the server that logs what fails while a page is drawn has a class of its own.
  const vocabulary =
    kind === 'UnknownCode' && error instanceof Error && 'digest' in error
      ? asCode(String(error.digest))
      : undefined
  log.error({ event: 'failed', reference, handler, kind, code, vocabulary, stack })
  return reference
}
