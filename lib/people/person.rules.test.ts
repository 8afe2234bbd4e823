import { describe, expect, it } from 'vitest'
import { NATIONALITY_ANSWERS, toNationality, toNationalityWord } from './person.rules'

describe('nationality', () => {
  it('every answer comes back as the word it was given with', () => {
    const answers = NATIONALITY_ANSWERS.filter((answer) => answer !== 'notAsked')
    for (const answer of answers) {
      const row = toNationality(answer, 'said')
      expect(row && toNationalityWord(row)).toBe(answer)
    }
  })

  it('not asked leaves no row, and Palestine is a country of its own', () => {
    expect(toNationality('notAsked', 'said')).toBeNull()
    expect(toNationality('PS', 'presumed')).toEqual({ country: 'PS', certainty: 'presumed' })
    expect(toNationalityWord({ country: 'PS', certainty: 'presumed' })).toBe('country')
  })
})
