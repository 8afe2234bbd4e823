import type { Option } from './choices'

/** Codes to choose from, each in words. */
export const toOptions = <C extends string>(codes: readonly C[], say: (code: C) => string): Option[] =>
  codes.map((value) => ({ value, label: say(value) }))

/** A colleague, an office, a centre: by its id, and called by its name. */
export type Named = { readonly id: string; readonly name: string }
/** Rows of that kind to choose from. */
export const namedOptions = (rows: readonly Named[]): Option[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }))
