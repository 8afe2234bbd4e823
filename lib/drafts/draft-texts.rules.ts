/** The texts in a draft, however deep they lie; ids and codes are not what someone remembers. */
export const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return /\s/.test(value.trim()) ? [value.trim()] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
