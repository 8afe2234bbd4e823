import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { Refusal } from './refusal.mjs'

// The shell is the same engine without the window around a page that no one sees: a fifth of the time of the browser tests.
const shells = ['/usr/bin/chromium-headless-shell']
const whole = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const installer = 'apt-get'
const packages = ['chromium-headless-shell', 'chromium']

const first = (/** @type {string[]} */ places) => places.find((place) => fs.existsSync(place))

/** A Chromium of this machine, or what CHROMIUM_PATH names. @returns {string | undefined} path of the program */
export const findChromium = () => process.env.CHROMIUM_PATH || first([...shells, ...whole])

/**
 * A Chromium with a window, which keeps a session on the disk as the browser of a colleague does; the shell keeps none.
 * @returns {string | undefined} path of the program
 */
export const findWholeChromium = () => first(whole)

/** The browsers for the tests, installed when we may. @returns {string} path of the program that most tests use */
export function getChromium() {
  const found = findChromium()
  if (found && !fs.existsSync(found))
    throw new Refusal(`CHROMIUM_PATH is ${found}, where there is no program: correct it, or leave it out.`)
  if (found && findWholeChromium()) return found
  if (process.getuid?.() === 0 && spawnSync(installer, ['--version']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync(installer, ['update', '-q'], { stdio: 'inherit', env })
    // Not every system has the shell.
    for (const name of packages)
      spawnSync(installer, ['install', '-y', '-q', '--no-install-recommends', name], {
        stdio: 'inherit',
        env,
      })
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Refusal(
    'The browser tests need Chromium: install it ("apt-get install chromium" or your system\'s way), or set CHROMIUM_PATH to the program.',
  )
}
