import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { read, root } from './walk'

// What the documents promise is shown by a test, and each promise names its own.

const HEADING = '## What is promised, and the test that shows it'
const WISHES = '## What people who do this work ask for'

type Link = { readonly text: string; readonly file: string }

/** Rows of the tables below a heading: what is promised in the first cell, and the tests that the last one names. */
const rowsOf = (document: string, heading = HEADING, folder = '') => {
  const [, section = ''] = document.split(`${heading}\n`)
  const lines = (section.split(/\n##? /)[0] ?? '').split('\n').filter((line) => line.startsWith('| '))
  // A table begins with its head and a line.
  return lines.slice(2).map((line) => ({
    promise: line.split('|')[1]?.trim() ?? '',
    tests: [...(line.split('|').at(-2) ?? '').matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(
      ([, text = '', file = '']): Link => ({ text, file: path.join(folder, file) }),
    ),
  }))
}
const isTest = ({ file }: Link): boolean =>
  /^tests\/(.+\.(test|spec)|install\/machine)\.ts$/.test(file) && fs.existsSync(path.join(root, file))
/** Promises without a test that is there. */
const bare = (rows: ReturnType<typeof rowsOf>): string[] =>
  rows.filter(({ tests }) => tests.length === 0 || !tests.every(isTest)).map(({ promise }) => promise)

it.each([HEADING, WISHES])('every row of the README names a test that is there: %s', (heading) => {
  const rows = rowsOf(read('README.md'), heading)
  expect(rows.length).toBeGreaterThan(8)
  expect(bare(rows)).toEqual([])
})

// A link there is read as the name of a test, so that a test that was taken away or renamed is noticed.
it.each(['# Kept as it is', '## The ten journeys, by keyboard alone'])(
  'every row of docs/kept.md names a test by what it is called: %s',
  (heading) => {
    const rows = rowsOf(read('docs/kept.md'), heading, 'docs')
    expect(rows.length).toBeGreaterThan(9)
    expect(bare(rows)).toEqual([])
    expect(unnamed(rows)).toEqual([])
  },
)

/** Names of tests that their file does not have. */
const unnamed = (rows: ReturnType<typeof rowsOf>): string[] =>
  rows.flatMap(({ tests }) =>
    tests
      .filter(({ text, file }) => !titlesOf(read(file)).some((title) => title.includes(text)))
      .map(({ text }) => text),
  )
/** The first words of each test and group of a file, in whichever quotes. */
const titlesOf = (source: string): readonly string[] =>
  [...source.matchAll(/\b(?:test|it|describe)(?:\.\w+)*\(\s*(['`])((?:(?!\1).)+)\1/g)].map(
    ([, , title = '']) => title,
  )

/** Words by which a sentence says something about safety. */
const SAFETY =
  /encrypt|enforce|personal content|identif|recognis|protect|not lost|restrict|sealed|secur|secret|locked|password|audit log|need-to-know|privat|confiden|anonym|erase|delete/i
/** What is said of safety elsewhere on the page, and the promise whose test shows it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'export protected statistics': 'No published number identifies a person',
  'They reach no personal content at all': 'Admins reach no personal content',
  'Need-to-know is enforced by the database': 'Need-to-know is enforced by the database',
  'what was typed is not lost': 'What was typed is not lost',
  'no published number identifies a person': 'No published number identifies a person',
  '| Protected statistics ': 'No published number identifies a person',
  'A table rounded so that nobody can be recognised': 'No published number identifies a person',
  'the last checkpoint of the audit log; what was changed in the database directly':
    'The audit log shows what was changed in the database directly',
  'encrypted archives': 'Backups are encrypted and restore whole',
}
/** Lines about safety outside the table that no promise of it stands behind. `## What it does not protect against` promises nothing. */
const loose = (readme: string): string[] => {
  const promises = rowsOf(readme).map(({ promise }) => promise)
  const [before = '', after = ''] = readme.split(`${HEADING}\n`)
  const rest = after.slice(after.indexOf('\n## ') + 1).replace(/^## What it does not protect against$/m, '')
  return `${before}\n${rest}`.split('\n').filter((line) => {
    const left = Object.entries(ELSEWHERE).reduce(
      (text, [words, promise]) =>
        promises.some((one) => one.startsWith(promise)) ? text.replace(words, '') : text,
      line,
    )
    return SAFETY.test(left)
  })
}

it('says nothing about safety outside the table that the table does not show', () => {
  const readme = read('README.md')
  expect(loose(readme)).toEqual([])
  expect(loose(`It is secure.\n${readme}`)).toEqual(['It is secure.'])
  expect(loose(readme.replace('| Admins reach no personal content', '| Zz'))).toEqual([
    expect.stringContaining('They reach no personal content at all'),
  ])
})

it('finds a promise without a test, with none that is there, and with none that is a test', () => {
  const table = (cell: string) =>
    `${HEADING}\n\n| Promise | Test |\n| --- | --- |\n| Zz | ${cell} |\n\n## After\n\n| b | b |\n`
  for (const cell of [
    '',
    '[a](tests/integration/zz.test.ts)',
    '[a](README.md)',
    '[a](tests/support/papers.ts)',
  ])
    expect(bare(rowsOf(table(cell)))).toEqual(['Zz'])
  expect(bare(rowsOf(table('[a](tests/architecture/claims.test.ts)')))).toEqual([])
})

it('finds a test that is not called so', () => {
  const row = (text: string) => [
    { promise: 'Zz', tests: [{ text, file: 'tests/architecture/claims.test.ts' }] },
  ]
  expect(unnamed(row('finds a test that is not called so'))).toEqual([])
  expect(unnamed(row('const unnamed'))).toEqual(['const unnamed'])
})
