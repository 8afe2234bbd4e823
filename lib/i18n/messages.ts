import type { Messages } from './catalogue'

/** A room of messages: one file in messages/<language>/. */
export type MessageRoom = keyof Messages

/** What the frame around a page and its forms say in the browser, whichever page it is. */
export const SHELL_MESSAGES = [
  'common',
  'errors',
  'forms',
  'layout',
] as const satisfies readonly MessageRoom[]

/** A room of messages, or one group of it ("planning.form") where a page says no more of it in the browser. */
export type MessagePart = MessageRoom | `${MessageRoom}.${string}`

// A room in one language is one object for as long as the server runs.
const texts = new WeakMap<object, string>()
const textOf = (messages: object): string => {
  const text = texts.get(messages) ?? JSON.stringify(messages)
  texts.set(messages, text)
  return text
}

const groupOf = (room: object, part: string): object => {
  const group: unknown = Object.getOwnPropertyDescriptor(room, part.split('.')[1] ?? '')?.value
  if (typeof group !== 'object' || group === null) throw new Error(`no group of messages is called ${part}`)
  return group
}

/**
 * Of the errors, those that the frame sends with every page: what is said of a form before anything else of it has come. The others,
 * most of all that a page would carry, come with the first form (components/forms/use-error-labels.ts).
 */
const FIRST_ERRORS = [
  'required',
  'tooLong',
  'invalid',
  'forbidden',
  'notFound',
  'failed',
  'busy',
  'pleaseWait',
  'signInAgain',
  'unknown',
  'unknownField',
] as const satisfies readonly (keyof Messages['errors'])[]

const toShell = (messages: Messages) => ({
  ...Object.fromEntries(SHELL_MESSAGES.map((room) => [room, messages[room]])),
  errors: Object.fromEntries(FIRST_ERRORS.map((code) => [code, messages.errors[code]])),
})
const shells = new WeakMap<Messages['errors'], string>()
/** What every page carries, as one text of JSON. */
export const pickShellMessages = (messages: Messages): string => {
  const text = shells.get(messages.errors) ?? JSON.stringify(toShell(messages))
  shells.set(messages.errors, text)
  return text
}

const isRoom = (messages: Messages, part: string): part is MessageRoom => Object.hasOwn(messages, part)

/** Parts of the messages as one text of JSON, for WithMessages; what is said on the server only need not travel. */
export const pickMessages = (messages: Messages, parts: readonly MessagePart[]): string => {
  const rooms = new Map<string, string[]>()
  for (const part of parts) {
    const [room = '', group] = part.split('.')
    if (!isRoom(messages, room)) throw new Error(`no room of messages is called ${room}`)
    const whole = messages[room]
    if (group === undefined) rooms.set(room, [textOf(whole).slice(1, -1)])
    else rooms.set(room, [...(rooms.get(room) ?? []), `"${group}":${textOf(groupOf(whole, part))}`])
  }
  return `{${[...rooms].map(([room, pieces]) => `"${room}":{${pieces.join(',')}}`).join(',')}}`
}
