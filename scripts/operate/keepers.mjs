// The keys of archives in places from which no one on this machine can delete them (packaging/accompany-keep, docs/adr/0172).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.mjs'
import { ACCOUNT } from './places.mjs'

/** What the keeper answers to everything but a new key. */
const REFUSED = 3

/** @param {string} text KEYS_TO @returns {string[]} user@host */
export const keepersOf = (text) => text.split(/[\s,]+/).filter(Boolean)

/** As the account of the nightly run, whose ssh key the keepers know. @param {string} place @param {string[]} words @param {Buffer | string} input */
function ask(place, words, input = '') {
  const ssh = ['ssh', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20', place, ...words]
  const [program = '', ...args] = process.getuid?.() === 0 ? ['runuser', '-u', ACCOUNT, '--', ...ssh] : ssh
  return spawnSync(program, args, { input, encoding: 'utf8' })
}

/** @param {string} folder of the archives @returns {string[]} names of keys, the earliest first */
const keysIn = (folder) =>
  fs
    .readdirSync(path.join(folder, 'keys'))
    .filter((name) => name.endsWith('.key'))
    .sort()

/** Each keeper gets the keys of the last days, in case it was out of reach. @param {string} folder @param {string[]} places */
export function handOutKeys(folder, places) {
  const failed = places.filter((place) =>
    keysIn(folder)
      .slice(-7)
      .some(
        (name) => ask(place, ['put', name], fs.readFileSync(path.join(folder, 'keys', name))).status !== 0,
      ),
  )
  if (failed.length > 0)
    throw new Refusal(
      `The archive is written, but ${failed.join(' and ')} did not take its key: try: sudo -u ${ACCOUNT} ssh ${failed[0]} put test`,
    )
}

/** Tries what someone would who took over this machine. @param {string} folder @param {string} place @returns {string | null} what is wrong */
export function tryToDelete(folder, place) {
  const name = keysIn(folder).at(-1)
  if (name === undefined) return null
  const { status, stderr, error } = ask(place, ['delete', name])
  if (status === REFUSED) return null
  return status === 255 || error !== undefined
    ? `${place} does not answer: ${error?.message ?? stderr.trim()}`
    : `${place} let this machine delete a key: install accompany-keep there as the only command of this account.`
}
