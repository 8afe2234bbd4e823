import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { read, root } from './walk'

// What the README promises about safety is shown by a test, and each promise names its own.

const HEADING = '## What is promised, and the test that shows it'

/** Rows of the table of promises: what is promised, and the files that it names. */
const rowsOf = (readme: string) => {
  const [, section = ''] = readme.split(`${HEADING}\n`)
  return (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\| (?!Promise |-)/.test(line))
    .map((line) => ({
      promise: line.split('|')[1]?.trim() ?? '',
      files: [...line.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file),
    }))
}
/** Promises without a test that is there. */
const bare = (readme: string): string[] =>
  rowsOf(readme)
    .filter(
      ({ files }) =>
        files.length === 0 ||
        files.some(
          (file) => !/^tests\/.+\.(test|spec)\.ts$/.test(file) || !fs.existsSync(path.join(root, file)),
        ),
    )
    .map(({ promise }) => promise)

it('every promise of the README names a test that is there', () => {
  expect(bare(read('README.md'))).toEqual([])
})

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
    expect(bare(table(cell))).toEqual(['Zz'])
  expect(bare(table('[a](tests/architecture/claims.test.ts)'))).toEqual([])
})
