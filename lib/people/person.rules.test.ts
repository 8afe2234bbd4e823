import { describe, expect, it } from 'vitest'
import { NATIONALITY_ANSWERS, PALESTINE, toNationality, toNationalityWord } from './person.rules'

describe('nationality', () => {
  it('every answer comes back as the word it was given with', () => {
    const answers = NATIONALITY_ANSWERS.filter((answer) => answer !== 'notAsked' && answer !== PALESTINE)
    for (const answer of answers) {
      const row = toNationality(answer, 'said')
      expect(row && toNationalityWord(row)).toBe(answer)
    }
  })

  it('not asked leaves no row, and Palestinian is not stateless', () => {
    expect(toNationality('notAsked', 'said')).toBeNull()
    const none = { since: null, until: null }
    expect(toNationality(PALESTINE, 'presumed')).toEqual({ country: 'PS', certainty: 'presumed', ...none })
    expect(toNationalityWord({ country: 'PS', certainty: 'presumed' })).toBe('country')
  })
})
