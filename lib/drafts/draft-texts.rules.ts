/** Fields of texts that are often one word. */
const NAMES: readonly string[] = ['name', 'text', 'note', 'nextStep', 'words']

/** The texts in a draft, however deep they lie; ids and codes are not what someone remembers. */
export const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return /\s/.test(value.trim()) ? [value.trim()] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** The texts of the fields in which someone typed; what the form began with is no text of theirs. */
export const typedTextsOf = ({
  values,
  typed,
}: {
  readonly values: Readonly<Record<string, unknown>> | null
  readonly typed?: readonly string[] | undefined
}): string[] =>
  Object.entries(values ?? {}).flatMap(([name, value]) => {
    if (typed !== undefined && !typed.includes(name)) return []
    // A field alone may hold one word; deeper down ids and codes look the same.
    return typed !== undefined && NAMES.includes(name) && typeof value === 'string' && value.trim() !== ''
      ? [value.trim()]
      : textsOf(value)
  })
