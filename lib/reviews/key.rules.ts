import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a key does in the review; the letters are the coordinator's own choice, or none (WCAG 2.2, 2.1.4). */
export const COMMANDS = vocabulary('reviews.commands', [
  'fine',
  'act',
  'ask',
  'close',
  'undo',
  'next',
  'back',
])
export type Command = CodeOf<typeof COMMANDS>
export type Keys = Readonly<Record<Command, string>>
export type KeySetting = { readonly isOn: boolean; readonly keys: Keys }

/** Keeps the setting on this device: it says nothing about anyone. */
export const KEYS_COOKIE = 'review-keys'

export const DEFAULT_KEYS: Keys = {
  fine: '1',
  act: '2',
  ask: '3',
  close: '4',
  undo: 'z',
  next: 'j',
  back: 'k',
}

/** A key is one character that prints; space and Enter press buttons already. */
export const isKey = (text: string): boolean => /^[^\s\p{C}]$/u.test(text)

/** The commands whose key is no key, or the key of another command too. */
export const faultyKeys = (keys: Keys): Command[] =>
  COMMANDS.codes.filter(
    (command) =>
      !isKey(keys[command]) ||
      COMMANDS.codes.some(
        (other) => other !== command && keys[other].toLowerCase() === keys[command].toLowerCase(),
      ),
  )

/** As it stands in the cookie: "on" or "off", then a key for each command. */
export const writeKeys = ({ isOn, keys }: KeySetting): string =>
  [isOn ? 'on' : 'off', ...COMMANDS.codes.map((command) => keys[command])].join(' ')

/** What cannot be read is the usual setting, switched off: a key that does something else than one thinks is worse than none. */
export const readKeys = (text: string | undefined): KeySetting => {
  const [state, ...given] = (text ?? '').split(' ')
  const keys = { ...DEFAULT_KEYS }
  for (const [index, command] of COMMANDS.codes.entries())
    keys[command] = given[index] ?? DEFAULT_KEYS[command]
  return { isOn: state === 'on', keys: faultyKeys(keys).length === 0 ? keys : DEFAULT_KEYS }
}

const ARROWS: Readonly<Record<string, Command>> = { ArrowRight: 'next', ArrowLeft: 'back' }

/** The command of a key that was pressed, or null. Arrows are no characters, so they stay when the letters are off; up and down scroll. */
export const toCommand = (pressed: string, { isOn, keys }: KeySetting): Command | null => {
  const arrow = ARROWS[pressed]
  if (arrow !== undefined) return arrow
  if (!isOn) return null
  return COMMANDS.codes.find((command) => keys[command].toLowerCase() === pressed.toLowerCase()) ?? null
}
