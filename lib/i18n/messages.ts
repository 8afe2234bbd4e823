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

// A room in one language is one object for as long as the server runs.
const texts = new WeakMap<Messages[MessageRoom], string>()
const textOf = (room: Messages[MessageRoom]): string => {
  const text = texts.get(room) ?? JSON.stringify(room)
  texts.set(room, text)
  return text
}

/** Rooms of messages as one text of JSON, for WithMessages; what is said on the server only need not travel. */
export const pickMessages = (messages: Messages, rooms: readonly MessageRoom[]): string =>
  `{${rooms.map((room) => `"${room}":${textOf(messages[room])}`).join(',')}}`
