import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cataloguePath, catalogueText, LANGUAGES, rooms, writeCatalogue } from './messages-catalogue.mjs'
import { errorCodes } from './messages-codes.mjs'
import { scanUsage } from './messages-usage.mjs'
import { faultsOfWords, readWords } from './messages-words.mjs'

/*
 * node scripts/messages.mjs           checks the words of the four languages and who uses them
 * node scripts/messages.mjs --write   writes lib/i18n/catalogue.ts after a room has got its first words
 */

/** Answered by the form kit itself and never shown as words of errors.json. */
const HANDLED_BY_THE_FORM = new Set(['signedOut', 'changedMeanwhile', 'requestIdReused'])

/** @param {string} root @returns {string[]} what is wrong, a line each */
const check = (root) => {
  const names = rooms(root)
  const words = names.flatMap((room) => faultsOfWords(root, room, LANGUAGES))
  const path = cataloguePath(root)
  const isOld = !existsSync(path) || readFileSync(path, 'utf8') !== catalogueText(root)
  const keysByRoom = new Map(names.map((room) => [room, new Set(readWords(root, 'en', room).keys())]))
  const { used, faults } = scanUsage(root, keysByRoom)
  const unused = [...keysByRoom].flatMap(([room, keys]) =>
    [...keys]
      .filter((key) => !used.has(`${room}.${key}`))
      .map((key) => `en/${room}.json ${key}: nobody uses it`),
  )
  const errors = keysByRoom.get('errors') ?? new Set()
  // A room that shows its refusals itself keeps their words under `refused`.
  const hasOwnWords = (/** @type {string} */ code) =>
    [...keysByRoom.values()].some((keys) => keys.has(`refused.${code}`))
  const mute = [...errorCodes(root)].flatMap(([code, file]) =>
    errors.has(code) || HANDLED_BY_THE_FORM.has(code) || hasOwnWords(code)
      ? []
      : [`${file} error code ${code}: no words in errors.json`],
  )
  return [
    ...words,
    ...(isOld ? ['lib/i18n/catalogue.ts is out of date: node scripts/messages.mjs --write'] : []),
    ...faults,
    ...unused,
    ...mute,
  ]
}

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
if (process.argv.includes('--write')) {
  console.log(writeCatalogue(root) ? 'catalogue written' : 'catalogue is up to date')
} else {
  const found = check(root)
  for (const line of found) console.log(line)
  console.log(
    found.length === 0
      ? 'words: complete in four languages, each used'
      : `words: ${found.length} to put right`,
  )
  process.exitCode = found.length === 0 ? 0 : 1
}
