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
