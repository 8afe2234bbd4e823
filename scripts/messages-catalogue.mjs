import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const LANGUAGES = ['en', 'fr', 'nl', 'de']

/**
 * The rooms that have words: the file names of messages/en.
 * @param {string} root the checkout
 */
export const rooms = (root) =>
  readdirSync(join(root, 'messages/en'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()

/**
 * lib/i18n/catalogue.ts as it should stand: static imports, so that the bundler sees every file.
 * @param {string} root the checkout
 */
export const catalogueText = (root) => {
  const names = rooms(root)
  const types = names.map((name) => `  ${name}: typeof import('../../messages/en/${name}.json')`)
  const loaders = LANGUAGES.map((language) => {
    const entries = names
      .filter((name) => existsSync(join(root, `messages/${language}/${name}.json`)))
      .map((name) => `    ${name}: (await import('../../messages/${language}/${name}.json')).default,`)
    return `  ${language}: async () => ({\n${entries.join('\n')}\n  }),`
  })
  return `// Written by scripts/messages-catalogue.mjs from the files in messages/; a check fails when it is out of date.
export type Messages = {
${types.join('\n')}
}

export const catalogue = {
${loaders.join('\n')}
}
`
}

/** @param {string} root the checkout */
export const cataloguePath = (root) => join(root, 'lib/i18n/catalogue.ts')

/**
 * Writes the catalogue when it differs, and leaves it untouched otherwise (a watcher would rebuild).
 * @param {string} root the checkout
 */
export const writeCatalogue = (root) => {
  const path = cataloguePath(root)
  const text = catalogueText(root)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false
  writeFileSync(path, text)
  return true
}
