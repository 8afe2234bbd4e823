/** A code that its vocabulary does not know is a defect, never a guess. The message leaves the text out: it may be what a person wrote. */
export class UnknownCode extends Error {
  override readonly name = 'UnknownCode'
  /** @param digest the name of the vocabulary; of an error while a page is drawn, Next gives the browser the digest and no more */
  constructor(readonly digest: string) {
    super(`no code of ${digest}`)
  }
}

/** A closed list of codes. One declaration gives the type, the parse of a stored value, the order and the list that a CHECK is compared with. */
export type Vocabulary<C extends string> = {
  /** Room and list, unique: `asylum.aids`. */
  readonly name: string
  /** In the order in which people choose from them; for a scale, from least to most. */
  readonly codes: readonly [C, ...C[]]
  readonly has: (text: unknown) => text is C
  /** Reads a stored code. Throws UnknownCode. */
  readonly read: (stored: unknown) => C
  /** The same for a column that may be empty. */
  readonly readOrNull: (stored: unknown) => C | null
  /** Reads a code from outside (an address, another table). Null when it is none: the caller says what follows. */
  readonly match: (text: unknown) => C | null
  /** The position of a code in the list, from 0. Throws UnknownCode. */
  rank(code: C): number
}
export type CodeOf<V> = V extends Vocabulary<infer C> ? C : never

export const vocabulary = <const C extends string>(
  name: string,
  codes: readonly [C, ...C[]],
): Vocabulary<C> => {
  const ranks = new Map<unknown, number>(codes.map((code, index) => [code, index]))
  const has = (text: unknown): text is C => ranks.has(text)
  const fail = (): never => {
    throw new UnknownCode(name)
  }
  const read = (stored: unknown): C => (has(stored) ? stored : fail())
  return {
    name,
    codes,
    has,
    read,
    readOrNull: (stored) => (stored === null ? null : read(stored)),
    match: (text) => (has(text) ? text : null),
    rank: (code) => ranks.get(code) ?? fail(),
  }
}

/** Some codes of a vocabulary, which the compiler compares with the whole. */
export const part = <C extends string, const P extends C>(
  name: string,
  _whole: Vocabulary<C>,
  codes: readonly [P, ...P[]],
): Vocabulary<P> => vocabulary(name, codes)

/** A vocabulary without some of its codes. */
export const without = <C extends string, const W extends C>(
  name: string,
  whole: Vocabulary<C>,
  left: readonly W[],
): Vocabulary<Exclude<C, W>> => {
  const out: readonly string[] = left
  const isRest = (code: C): code is Exclude<C, W> => !out.includes(code)
  const [first, ...rest] = whole.codes.filter(isRest)
  if (first === undefined) throw new UnknownCode(name)
  return vocabulary(name, [first, ...rest])
}

/** The codes of a vocabulary in another order, each of them once: a code that is left out does not compile. */
export const order = <C extends string, const P extends readonly [C, ...C[]]>(
  name: string,
  _whole: Vocabulary<C>,
  codes: [Exclude<C, P[number]>] extends [never] ? P : never,
): Vocabulary<C> => vocabulary(name, codes)

type Words<T extends string> = T extends `${infer Head} ${infer Tail}` ? Head | Words<Tail> : T
/** Ends a `switch` for the codes that have no case of their own, named with spaces between them: a new code does not compile. */
export const rest = <T extends string>(_code: Words<T> | null | undefined, ..._named: readonly T[]): void =>
  undefined
