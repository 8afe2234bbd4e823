// npm run lines [-- <commit>]: how many lines there are to read, of the working tree or of a commit. Generated files, and the history
// of the SQL that no one edits, do not count.
import { spawnSync } from 'node:child_process'
import { root } from './child.mjs'
import { Refusal, runProgram } from './refusal.mjs'

const CODE = /\.(ts|tsx|mjs|js|cjs)$/
/** @type {readonly { name: string, has: (file: string) => boolean }[]} */
const PARTS = [
  ...['app', 'components', 'lib', 'scripts'].map((name) => ({
    name,
    has: (/** @type {string} */ file) => file.startsWith(`${name}/`) && CODE.test(file),
  })),
  { name: 'tests', has: (file) => file.startsWith('tests/') && CODE.test(file) },
  {
    name: 'SQL',
    has: (file) => /^prisma\/(migrations|sql)\/.*\.(sql|txt)$|^prisma\/roles\.sql$/.test(file),
  },
]

/** @param {string[]} args */
function git(args) {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  // 1 says that no line was found.
  if (status !== 0 && status !== 1) throw new Refusal(stderr.trim())
  return stdout
}

await runProgram(async () => {
  const [, , commit] = process.argv
  // Every line matches the empty word; files with zero bytes, such as pictures, are left out.
  const counts = git(['grep', '-I', '-c', '', ...(commit === undefined ? [] : [commit])])
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^(?:[^:]*:)??([^:]+):(\d+)$/.exec(line))
    .map((found) => ({ file: found?.[1] ?? '', lines: Number(found?.[2] ?? 0) }))
  const sums = PARTS.map(({ name, has }) => ({
    name,
    lines: counts.filter(({ file }) => has(file)).reduce((sum, { lines }) => sum + lines, 0),
  }))
  for (const { name, lines } of sums)
    console.log(`${name.padEnd(12)}${lines.toLocaleString('en').padStart(9)}`)
  const together = sums.slice(0, 4).reduce((sum, { lines }) => sum + lines, 0)
  console.log(`\n${together.toLocaleString('en')} in app, components, lib and scripts`)
  return 0
})
