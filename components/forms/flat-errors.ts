import type { FieldErrors } from 'react-hook-form'

export type FlatError = { readonly path: string; readonly code: string }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(typeof Node !== 'undefined' && value instanceof Node)

/** The tree of errors react-hook-form keeps, as a list in the order of the fields. */
export const flatErrors = (errors: FieldErrors): FlatError[] => {
  const found: FlatError[] = []
  const walk = (node: unknown, path: string): void => {
    if (!isObject(node)) return
    if (typeof node.message === 'string' && typeof node.type === 'string') {
      found.push({ path, code: node.message })
      return
    }
    for (const [key, inner] of Object.entries(node))
      if (key !== 'ref') walk(inner, path === '' ? key : `${path}.${key}`)
  }
  walk(errors, '')
  return found.map(({ path, code }) => ({ path: path.replace(/\.root$/, ''), code }))
}
