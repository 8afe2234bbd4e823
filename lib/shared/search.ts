/** What stands behind the `?` of an address, which anyone can type. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>
type Read<T> = (text: string) => T | null | undefined

/** The names of the parts that meant nothing, by the address in which they stand: the page says them (lib/server/enter). */
const unread = new WeakMap<Search, Set<string>>()
export const unreadIn = (search: Search): readonly string[] => [...(unread.get(search) ?? [])]

/** Every value of a part; an empty one is a field that was left open. */
export const allOf = (search: Search, name: string): readonly string[] =>
  [search[name] ?? []].flat().filter((text) => text !== '')

/** The first value of a part, undefined when it is not there. */
export const textOf = (search: Search, name: string): string | undefined => allOf(search, name)[0]

/** The first value of a part as it was written: '' where it was left open on purpose, undefined when it is not there. */
export const writtenOf = (search: Search, name: string): string | undefined => [search[name] ?? []].flat()[0]

/** What some values of a part mean, in their order. One that means nothing is left out, and the page says so. */
export const meanings = <T>(search: Search, name: string, read: Read<T>, texts = allOf(search, name)): T[] =>
  texts.flatMap((text) => {
    const meant = read(text) ?? null
    if (meant !== null) return [meant]
    unread.set(search, (unread.get(search) ?? new Set()).add(name))
    return []
  })

/** What the first value of a part means, null when it is not there or means nothing: `meant(search, 'topic', TOPICS.match)`. */
export const meant = <T>(search: Search, name: string, read: Read<T>): T | null =>
  meanings(search, name, read, allOf(search, name).slice(0, 1))[0] ?? null

/** Whether a part says the one word that it may say. */
export const says = (search: Search, name: string, word: string): boolean =>
  meant(search, name, (text) => (text === word ? true : null)) === true
