// npm run test:dates [-- <words>]: unit tests, tests on PostgreSQL and browser tests on dates at which software breaks. Words choose
// files. The clock of every process, the database's too, is moved by libfaketime (https://github.com/wolfcw/libfaketime).
import fs from 'node:fs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { Refusal, runProgram } from './refusal.mjs'

/** Where a run begins. It takes some minutes, and so goes over the change of the clocks and over the end of the year, in Brussels. */
const DATES = {
  'a Saturday': '2027-01-16T09:00Z',
  'the end of a month': '2027-04-30T09:00Z',
  '29 February': '2028-02-29T09:00Z',
  'clocks go forward': '2027-03-28T00:58Z',
  'clocks go back': '2027-10-31T00:58Z',
  'the end of the year': '2026-12-31T22:50Z',
}

const places = ['x86_64', 'aarch64'].map((one) => `/usr/lib/${one}-linux-gnu/faketime/libfaketime.so.1`)

await runProgram(async () => {
  const library = places.find((place) => fs.existsSync(place))
  if (library === undefined)
    throw new Refusal('The clock is moved by libfaketime: "apt-get install faketime".')
  await installPackages()
  await generateClient()
  await buildIfChanged()
  const { runBrowserTests, runVitest } = await import('./vitest-run.mjs')
  const { getChromium } = await import('./chromium.mjs')
  const words = process.argv.slice(2)
  const browser = words.filter((word) => word.endsWith('.spec'))
  const others = words.filter((word) => !word.endsWith('.spec'))
  /** @type {string[]} */
  const lines = []
  let failures = 0
  for (const [name, date] of Object.entries(DATES)) {
    // An offset, so that all processes agree; a date would begin anew in each of them.
    const seconds = Math.round((Date.parse(date) - Date.now()) / 1000)
    const env = { LD_PRELOAD: library, FAKETIME: `+${seconds}`, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
    console.log(`\n━━ ${name}, ${date}`)
    const runs = []
    if (words.length === 0 || others.length > 0)
      runs.push(await runVitest(['unit', 'integration'], others, env))
    if (words.length === 0 || browser.length > 0)
      runs.push(await runBrowserTests(getChromium(), browser, env))
    const failed = runs.reduce((sum, { count }) => sum + count.failed, 0)
    const passed = runs.reduce((sum, { count }) => sum + count.passed, 0)
    failures += failed
    lines.push(`  ${failed === 0 ? '✓' : '✗'} ${name.padEnd(20)} ${passed} passed, ${failed} failed`)
    lines.push(...runs.flatMap(({ broken }) => broken.map((one) => `      ${one}`)))
  }
  console.log(`\n${lines.join('\n')}`)
  return failures === 0 ? 0 : 1
})
