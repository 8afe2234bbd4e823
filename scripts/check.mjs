// npm run check: everything that can be known without running the application.
import { runNode } from './child.mjs'
import { generateClient, installPackages } from './install.mjs'
import { runProgram } from './refusal.mjs'

/** @typedef {{ name: string, ok: boolean, seconds: number }} Verdict */

const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript-7/bin/tsc',
  arrows: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
}

/** The types of the routes are written before they are checked; those of the database client are there (install.mjs). */
const written = [{ name: 'route types', args: [bin.next, 'typegen'] }]

/** Two lanes beside each other, each in its order: the second one takes about as long as the types. */
const lanes = [
  [{ name: 'types', args: [bin.tsc, '--noEmit', '-p', '.'] }],
  [
    {
      name: 'format and lint',
      args: [bin.biome, 'ci', '--diagnostic-level=warn', '--error-on-warnings', '.'],
    },
    { name: 'arrows', args: [bin.arrows, '--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib'] },
    { name: 'dead code', args: [bin.knip] },
    { name: 'messages', args: ['scripts/messages.mjs'] },
    { name: 'lowest versions', args: ['scripts/lowest-versions.mjs'] },
    { name: 'commit messages', args: ['scripts/commits.mjs'] },
  ],
]

/** Runs one after the other, whatever the first ones say. @param {typeof written} checks */
async function runInOrder(checks) {
  /** @type {Verdict[]} */
  const verdicts = []
  for (const { name, args } of checks) {
    const since = Date.now()
    const { code, output } = await runNode(args)
    verdicts.push({ name, ok: code === 0, seconds: (Date.now() - since) / 1000 })
    if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}\n`)
  }
  return verdicts
}

/** @returns {Promise<Verdict[]>} of every check */
export const runChecks = async () => [
  ...(await runInOrder(written)),
  ...(await Promise.all(lanes.map(runInOrder))).flat(),
]

/** @param {Verdict[]} verdicts */
export function printVerdicts(verdicts) {
  for (const { name, ok, seconds } of verdicts)
    console.log(`  ${ok ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`)
}

if (process.argv[1] === import.meta.filename)
  await runProgram(async () => {
    await installPackages()
    await generateClient()
    const verdicts = await runChecks()
    printVerdicts(verdicts)
    const failed = verdicts.filter(({ ok }) => !ok).length
    console.log(`\n${verdicts.length - failed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  })
