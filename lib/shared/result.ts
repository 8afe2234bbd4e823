/** The answer of anything that may be refused for a reason the person can act on. Codes are facts, not instructions. */
export type Ok<T> = { readonly ok: true; readonly value: T }
export type No<C extends string = string> = {
  readonly ok: false
  readonly code: C
  /** Field path -> error code, with the names the form knows. */
  readonly fields?: Readonly<Record<string, string>>
  /** What stands in the database now, when the refusal is a conflict. */
  readonly theirs?: Readonly<Record<string, unknown>>
}
export type Result<T, C extends string = string> = Ok<T> | No<C>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const no = <C extends string>(code: C, fields?: Readonly<Record<string, string>>): No<C> =>
  fields ? { ok: false, code, fields } : { ok: false, code }

/** Someone else saved first: `theirs` holds the current values under the form's own field names, and the version. */
export const conflict = (theirs: Readonly<Record<string, unknown>>): No<'changedMeanwhile'> => ({
  ok: false,
  code: 'changedMeanwhile',
  theirs,
})
