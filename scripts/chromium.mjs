import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { Refusal } from './refusal.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const installer = 'apt-get'
const findKnown = () => known.find((place) => fs.existsSync(place))

/** The browser for the tests, installed when we may. @returns {string} path of the program */
export function getChromium() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !fs.existsSync(wanted))
    throw new Refusal(`CHROMIUM_PATH is ${wanted}, where there is no program: correct it, or leave it out.`)
  const found = wanted || findKnown()
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync(installer, ['--version']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync(installer, ['update', '-q'], { stdio: 'inherit', env })
    spawnSync(installer, ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env,
    })
    const installed = findKnown()
    if (installed) return installed
  }
  throw new Refusal(
    'The browser tests need Chromium: install it ("apt-get install chromium" or your system\'s way), or set CHROMIUM_PATH to the program.',
  )
}
