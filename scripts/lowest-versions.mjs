// The lowest versions that may be installed of packages whose defects a person outside could use: what answers requests, reads what
// people upload, encrypts, signs in and sends mail. A lock file with an older one does not pass `npm run check`. Raised with each
// security release; never lowered without a reason beside it.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './child.mjs'

/** @type {Readonly<Record<string, string>>} */
export const LOWEST = {
  '@node-rs/argon2': '2.2.1',
  '@prisma/client': '7.10.0',
  'age-encryption': '0.3.1',
  'csv-parse': '7.0.3',
  fflate: '0.8.3',
  'file-type': '21.3.4',
  next: '16.4.6',
  'next-auth': '4.24.15',
  nodemailer: '10.6.1',
  otpauth: '9.5.2',
  pg: '8.23.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  sharp: '0.35.5',
}

/** @param {string} version */
const parts = (version) =>
  version
    .replace(/[-+].*$/, '')
    .split('.')
    .map(Number)

/** A prerelease is older than its release. @param {string} version @param {string} lowest */
export function isOlder(version, lowest) {
  const [a, b] = [parts(version), parts(lowest)]
  for (let at = 0; at < 3; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0 || Number.isNaN(difference)) return !(difference > 0)
  }
  return version.includes('-') && !lowest.includes('-')
}

/**
 * Sentences about packages of the lock file that are too old, nested copies too, and about listed ones that it lacks. What only our
 * tests use is not asked about.
 * @param {{ packages?: Record<string, { version?: string, dev?: boolean }> }} lock
 * @param {Readonly<Record<string, string>>} [lowest]
 * @returns {string[]}
 */
export function findTooOld(lock, lowest = LOWEST) {
  const sentences = []
  for (const [name, least] of Object.entries(lowest)) {
    const found = Object.entries(lock.packages ?? {}).filter(
      ([place, { dev }]) =>
        dev !== true && (place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`)),
    )
    if (found.length === 0)
      sentences.push(`${name} is not in the lock file: take it out of scripts/lowest-versions.mjs.`)
    for (const [place, { version }] of found)
      if (version === undefined || isOlder(version, least))
        sentences.push(
          `${place} is ${version ?? 'of no version'}, the lowest allowed is ${least}: npm install ${name}@${least}.`,
        )
  }
  return sentences
}

if (process.argv[1] === import.meta.filename) {
  const sentences = findTooOld(JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  for (const sentence of sentences) console.error(sentence)
  process.exitCode = sentences.length === 0 ? 0 : 1
}
