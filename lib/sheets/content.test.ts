import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpBodyFile } from '@/lib/countries/help-body.schema'
import { deadlineRuleFile } from '@/lib/deadlines/rule.schema'
import { type SheetContent, sheetContent, sheetWords, telephoneFile } from './content.schema'
import { namedIn, spanOf } from './number.rules'
import { LANGUAGES, SHEET_LANGUAGES, SHEETS } from './sheet.rules'

const folder = path.join(import.meta.dirname, 'content')
const read = (...names: readonly string[]): unknown =>
  JSON.parse(readFileSync(path.join(folder, ...names), 'utf8'))
const reference = (name: string): unknown =>
  JSON.parse(readFileSync(path.join('prisma/reference/be', `${name}.json`), 'utf8'))
const sheet = (language: string, code: string): SheetContent =>
  sheetContent.parse(read(language, `${code}.json`))
/** How many parts and lines, and which numbers stand in which line. */
const shape = ({ parts }: SheetContent) =>
  parts.map(({ lines }) =>
    lines.map((line) =>
      namedIn([line])
        .map(({ kind, key }) => `${kind}:${key}`)
        .sort(),
    ),
  )

const SCRIPTS = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ps: /\p{Script=Arabic}/u,
  ti: /\p{Script=Ethiopic}/u,
}

describe.each(LANGUAGES.codes)('the sheets in %s', (language) => {
  it.each(SHEETS.codes)('say what the others say, with the same numbers: %s', (code) => {
    expect(shape(sheet(language, code))).toEqual(shape(sheet('en', code)))
  })

  it('have the words they share, and are written in their own script', () => {
    expect(sheetWords.parse(read(language, 'words.json')).toCheck).not.toBe('')
    const script = Object.entries(SCRIPTS).find(([of]) => of === language)?.[1] ?? /\p{Script=Latin}/u
    for (const code of SHEETS.codes)
      for (const { heading, lines } of sheet(language, code).parts)
        for (const text of [heading, ...lines]) expect(text).toMatch(script)
  })
})

it('name only numbers that the reference data know', () => {
  const phones = new Set([
    ...telephoneFile.parse(read('telephones.json')).rows.map(({ slug }) => slug),
    ...helpBodyFile
      .parse(reference('help-bodies'))
      .rows.flatMap(({ slug, phone }) => (phone === null ? [] : [slug])),
  ])
  const { rows } = deadlineRuleFile.parse(reference('deadline-rules'))
  for (const code of SHEETS.codes)
    for (const { kind, key } of namedIn(sheet('en', code).parts.flatMap(({ lines }) => lines))) {
      if (kind === 'tel') expect({ key, known: phones.has(key) }).toEqual({ key, known: true })
      else {
        const newest = rows.filter((rule) => rule.code === key).sort((a, b) => b.edition - a.edition)[0]
        expect({ key, span: spanOf(kind, newest?.periods ?? []) }).not.toEqual({ key, span: null })
      }
    }
})

it('four languages are to be checked by a translator', () => {
  const unchecked = LANGUAGES.codes.filter((code) => !SHEET_LANGUAGES[code].isOurs)
  expect(unchecked).toEqual(['ar', 'fa', 'ps', 'ti'])
})
