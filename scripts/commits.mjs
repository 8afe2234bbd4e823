// The form of commit messages: `type(room): imperative`. Without a file it judges every commit since the rule began, with one
// (npx lefthook install) the message that is about to be written.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { root } from './child.mjs'
import { runProgram } from './refusal.mjs'

const FORM = /^(feat|fix|refactor|test|docs|build|chore|perf|style|ci|revert)\([a-z0-9-]+\): [a-z0-9`'"]/
/** The commits before it were written without the rule. */
const BEGAN = '2dea7220509bc4a45b468dc1b2c19515ea0596db'

/** @returns {string[]} first lines of the messages */
function listSubjects() {
  const log = (/** @type {string} */ range) =>
    spawnSync('git', ['log', '--no-merges', '--format=%s', range], { cwd: root, encoding: 'utf8' })
  const since = log(`${BEGAN}..HEAD`)
  // An archive of the source has no history, and a shallow clone not all of it.
  const { status, stdout } = since.status === 0 ? since : log('-1')
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : []
}

await runProgram(async () => {
  const [, , file] = process.argv
  const subjects = file === undefined ? listSubjects() : fs.readFileSync(file, 'utf8').split('\n').slice(0, 1)
  const wrong = subjects.filter((subject) => !FORM.test(subject))
  for (const subject of wrong)
    console.error(`"${subject}": write type(room): imperative, as in fix(tasks): keep the order`)
  return wrong.length === 0 ? 0 : 1
})
