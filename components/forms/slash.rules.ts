/** Something that a word after a slash does: in one's own language, and in English for anyone who moves between them. */
export type SlashCommand = { readonly id: string; readonly words: readonly string[]; readonly label: string }
/** A slash at the start of a line, and what was typed after it; `start` is where the slash stands. */
export type Slash = { readonly start: number; readonly word: string }

/** The command that is being typed, if any: anything but letters after the slash, or a word behind the caret, is plain text. */
export const findSlash = (text: string, caret: number): Slash | null => {
  const start = text.lastIndexOf('\n', caret - 1) + 1
  const [, word] = /^\/(\p{L}*)$/u.exec(text.slice(start, caret)) ?? []
  if (word === undefined || /^[^\s]/u.test(text.slice(caret))) return null
  return { start, word }
}

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The commands that begin like this, accents and case aside. */
export const matchCommands = (commands: readonly SlashCommand[], word: string): readonly SlashCommand[] =>
  commands.filter(({ words }) => words.some((one) => fold(one).startsWith(fold(word))))

/** Typed to its end, a command is chosen already: Enter does it. A bare slash chooses nothing, and Enter is a new line. */
export const exactIndex = (commands: readonly SlashCommand[], word: string): number =>
  commands.findIndex(({ words }) => words.some((one) => fold(one) === fold(word)))
