import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deadlineRuleExceptionFile, deadlineRuleFile } from './rule.schema'

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../prisma/reference/be/${name}.json`, import.meta.url), 'utf8'))
const codes = [...new Set(deadlineRuleFile.parse(json('deadline-rules')).rows.map(({ code }) => code))]
const { rows } = deadlineRuleExceptionFile.parse(json('deadline-rule-exceptions'))
const LANGUAGES = ['en', 'fr', 'nl', 'de'] as const

describe('when a rule does not hold', () => {
  it('is said once of every rule, and of no other', () => {
    const said = rows.flatMap((row) => row.codes)
    expect([...said].sort()).toEqual([...codes].sort())
  })

  it.each(rows.map((row) => [row.codes.join(', '), row.text] as const))(
    '%s: in whole sentences, in each language with its own words',
    (_, text) => {
      expect(new Set(LANGUAGES.map((language) => text[language])).size).toBe(LANGUAGES.length)
      for (const language of LANGUAGES) expect(text[language]).toMatch(/^\p{Lu}.*\.$/u)
    },
  )

  it.each([
    ['APPEAL_CALL_STD', /in detention at notification, the period is ten days/],
    ['APPEAL_CALL_IO', /in detention at notification.*, the period is ten days/],
    ['APPEAL_CALL_STD', /letter names a shorter period/],
    ['PACT_BORDER_12W', /relocation, the period is sixteen weeks/],
    ['PACT_DECISION_ADMISSIBILITY', /ten working days/],
  ])('%s names what would hurt most', (code, words) => {
    expect(rows.find((row) => row.codes.includes(code))?.text.en).toMatch(words)
  })

  // A rule of one of the two laws is wrong for the other's applications: that is the first thing to know of it.
  it('names the day on which the law changed, for every rule of one law', () => {
    const rules = deadlineRuleFile.parse(json('deadline-rules')).rows
    const ofOneLaw = new Set(rules.filter(({ regime }) => regime !== 'ANY').map(({ code }) => code))
    const silent = rows.filter(
      (row) => row.codes.some((code) => ofOneLaw.has(code)) && !/12 June 2026|1 July 2026/.test(row.text.en),
    )
    expect(silent.flatMap((row) => row.codes)).toEqual([])
  })
})
