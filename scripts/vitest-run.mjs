import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runNode } from './child.mjs'

/**
 * @typedef {object} TestCount
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */
/** `file` is the path in the project. @typedef {{ file: string, name: string, status: string, seconds: number }} TestLine */

/** @param {string} file */
const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null)

/**
 * A run that ends badly without a failed test (a crash, an unhandled error, no test found) is one failure.
 * @param {TestCount} count @param {number} code
 */
const withCrash = (count, code) =>
  code !== 0 && count.failed === 0
    ? { ...count, failed: 1 }
    : count.passed + count.failed === 0
      ? { ...count, failed: 1 }
      : count

/**
 * Runs projects of vitest.config.ts: all their files, or those whose path contains one of the words.
 * @param {string[]} projects @param {readonly string[]} [words]
 * @param {Record<string, string>} [env]
 * @param {string} [since] a commit: of the files, those that what changed since it can break, of which there may be none
 * @returns {Promise<{ count: TestCount, tests: TestLine[], broken: string[] }>} `broken` names what failed
 */
export async function runVitest(projects, words = [], env = {}, since) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-vitest-'))
  const file = path.join(folder, 'report.json')
  // With those whose files run alone.
  const chosen = projects.flatMap((name) => ['--project', `${name}*`])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const changed = since === undefined ? [] : ['--changed', since, '--passWithNoTests']
  const { code } = await runNode(
    ['node_modules/vitest/vitest.mjs', 'run', ...words, ...chosen, ...changed, ...reporters],
    { show: true, env },
  )
  const report = readReport(file)
  fs.rmSync(folder, { recursive: true, force: true })
  const count = {
    passed: Number(report?.numPassedTests ?? 0),
    failed: Number(report?.numFailedTests ?? 0),
    skipped: Number(report?.numPendingTests ?? 0) + Number(report?.numTodoTests ?? 0),
  }
  /** @type {{ name: string, assertionResults: { fullName: string, status: string, duration?: number }[] }[]} */
  const files = report?.testResults ?? []
  const tests = files.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      file: path.relative(process.cwd(), file),
      name: fullName,
      status,
      seconds: (duration ?? 0) / 1000,
    })),
  )
  const failed = tests.filter(({ status }) => status === 'failed')
  const isNothing = since !== undefined && code === 0 && tests.length === 0
  const sum = isNothing ? count : withCrash(count, code)
  return { count: sum, tests, broken: failed.map(({ file, name }) => `${file} › ${name}`) }
}

/** @typedef {{ title: string, file: string, ok: boolean, tests: { results: { duration: number }[] }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

/** @param {Suite} suite @param {readonly string[]} above the titles of the suites around it @returns {TestLine[]} */
const linesOf = ({ specs = [], suites = [] }, above) => [
  ...specs.map(({ title, file, ok, tests }) => ({
    file: `tests/e2e/${file}`,
    name: [...above, title].join(' '),
    status: ok ? 'passed' : 'failed',
    seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
  })),
  ...suites.flatMap((one) => linesOf(one, [...above, one.title])),
]

/**
 * Runs the browser tests on the built application: all their files, or those whose path contains one of the words. A test that
 * passed only at a second try failed.
 * @param {string} chromium @param {readonly string[]} [words] @param {Record<string, string>} [more] environment
 * @returns {Promise<{ count: TestCount, tests: TestLine[], broken: string[] }>}
 */
export async function runBrowserTests(chromium, words = [], more = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-browser-'))
  const file = path.join(folder, 'report.json')
  const env = { ...more, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...words]
  const { code } = await runNode(args, { env, show: true })
  const report = readReport(file)
  const stats = report?.stats ?? {}
  fs.rmSync(folder, { recursive: true, force: true })
  const count = {
    passed: Number(stats.expected ?? 0),
    failed: Number(stats.unexpected ?? 0) + Number(stats.flaky ?? 0),
    skipped: Number(stats.skipped ?? 0),
  }
  /** @type {Suite[]} */
  const files = report?.suites ?? []
  // The outermost suites are the files, whose titles are their paths.
  const tests = files.flatMap((suite) => linesOf(suite, []))
  const failed = tests.filter(({ status }) => status === 'failed')
  return { count: withCrash(count, code), tests, broken: failed.map(({ file, name }) => `${file} › ${name}`) }
}
