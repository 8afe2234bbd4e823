import { describe, expect, it } from 'vitest'
import { inverse, RELATION_KINDS } from './related-file.rules'

describe('a relation between two files', () => {
  it('is told from the other side as what it is there, and back again', () => {
    expect(inverse('child')).toBe('parent')
    expect(inverse('sibling')).toBe('sibling')
    for (const kind of RELATION_KINDS.codes) expect(inverse(inverse(kind))).toBe(kind)
  })

  it('is never that of a main person', () => {
    expect(RELATION_KINDS.codes).not.toContain('principal')
  })
})
