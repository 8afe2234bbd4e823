import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A release (scripts/release) says its version here; a checkout has no such file. */
export const releaseFile = path.join(root, 'release.json')
const isRelease = fs.existsSync(releaseFile)

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
let ending = false

/** Nothing we start may phone home. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
}

/** @typedef {{ env?: Record<string, string | undefined>, show?: boolean }} ChildOptions */

/**
 * Starts Node on a file of this checkout.
 * @param {string[]} args
 * @param {ChildOptions} [options] show: its output goes to our terminal as it comes
 */
export function startNode(args, { env = {}, show = false } = {}) {
  if (ending) throw new Refusal('stopped')
  const output = show ? 'inherit' : 'pipe'
  const all = { ...process.env, ...quiet }
  Object.assign(all, env)
  /** @type {import('node:child_process').ChildProcess} */
  const child = spawn(process.execPath, args, { cwd: root, env: all, stdio: ['ignore', output, output] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/**
 * Runs Node on a file of this checkout to its end.
 * @param {string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output: both streams, empty when shown
 */
export function runNode(args, options) {
  const child = startNode(args, options)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }))
  })
}

/**
 * Runs to the end and refuses with the last lines when it fails.
 * @param {string} what for the sentence
 * @param {string[]} args
 * @param {ChildOptions} [options]
 */
export async function mustRunNode(what, args, options) {
  const { code, output } = await runNode(args, options)
  if (code === 0) return output
  const lines = output.trim().split('\n')
  // npm says the reason first, a build says it last.
  const told = lines.length > 60 ? [...lines.slice(0, 25), '…', ...lines.slice(-35)] : lines
  throw new Refusal(`${what} failed:\n${told.join('\n')}`)
}

/**
 * Command line of a TypeScript file. In a checkout tsx reads it, and the condition lets it import what only the server may; a release
 * has it as one bundled file in the same place.
 * @param {string} file @param {string[]} args
 */
export const typescript = (file, ...args) =>
  isRelease
    ? [path.join(root, file.replace(/\.ts$/, '.mjs')), ...args]
    : ['--conditions=react-server', '--import', 'tsx', path.join(root, file), ...args]

/** The same npm that runs us. @returns {string[]} */
export function npm() {
  const own = process.env.npm_execpath
  return [
    own?.endsWith('.js')
      ? own
      : path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
export function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** Ends what we started, and lets nothing new begin. */
export async function endChildren() {
  ending = true
  await Promise.all([...children].map(endChild))
}
