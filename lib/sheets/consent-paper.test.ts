import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { consentPaper } from './consent-paper.schema'
import { LANGUAGES } from './sheet.rules'

it.each(LANGUAGES.codes)('a consent has every word on paper, and no figure, in %s', (language) => {
  const text = readFileSync(path.join(import.meta.dirname, 'consent-content', `${language}.json`), 'utf8')
  expect(consentPaper.safeParse(JSON.parse(text)).error).toBeUndefined()
  expect(text).not.toMatch(/\p{Nd}/u)
})
