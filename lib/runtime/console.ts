import 'server-only'
import { errorFacts, tell } from './log'

/**
 * What the framework says of itself, as whole sentences; every other text may quote a value (a driver's message does) and is dropped.
 */
const KNOWN: readonly RegExp[] = [
  /^✓ (Ready in|Starting)[ .\dms]*$/,
  /^▲ Next\.js [\d.]+( \([A-Za-z ,]+\))?$/,
  /^- (Local|Network): +https?:\/\/[\w.:-]+$/,
]

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
const plain = (text: string): string => text.replaceAll(/\u001B\[[\d;]*m/g, '').trim()

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const

/** Writes one line about a message to the console: its text when it is known, else that there was one and where it came from. */
export const hear = (method: (typeof METHODS)[number], said: readonly unknown[]): void => {
  const text = plain(said.filter((part) => typeof part === 'string').join(' '))
  if (text === '' && said.every((part) => typeof part === 'string')) return
  const known = said.every((part) => typeof part === 'string') && KNOWN.some((one) => one.test(text))
  if (known) {
    tell('framework', { message: text })
    return
  }
  const error = said.find((part) => part instanceof Error)
  const { kind, code, stack } = errorFacts(error ?? new Error())
  tell('console_dropped', { method, kind: error === undefined ? 'text' : kind, code, stack })
}

/** From here on nothing reaches the output of this process but lines of the log. */
export const guardConsole = (): void => {
  for (const method of METHODS)
    Reflect.set(console, method, (...said: readonly unknown[]) => hear(method, said))
  // Node prints warnings with their text.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => hear('warn', [warning]))
}
