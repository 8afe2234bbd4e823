// The keys of an archive: its own, and whether the key file opens what is sealed in it, asked before a row is restored.
import fs from 'node:fs'
import path from 'node:path'
import { openText } from './archive.mjs'
import { Refusal } from './refusal.mjs'

/**
 * The different values of one column, read from the rows of an archive (COPY's text) as they pass.
 * @param {string} table @param {string} column
 */
export function collectColumn(table, column) {
  const values = new Set()
  let at = -1
  let rest = ''
  return {
    read: (/** @type {import('./archive.mjs').Frame} */ frame) => {
      if (frame.kind === 'table') at = frame.value.name === table ? frame.value.columns.indexOf(column) : -1
      if (frame.kind !== 'data' || at === -1) return
      const lines = (rest + frame.value.toString('utf8')).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) values.add(line.split('\t')[at] ?? '')
    },
    values: () => [...values].map(String).sort(),
  }
}

/** @param {readonly string[]} keys @param {string} keyFile @returns {string[]} those that the key file lacks */
export function findLacking(keys, keyFile) {
  const text = fs.existsSync(keyFile) ? fs.readFileSync(keyFile, 'utf8') : ''
  const there = new Set(text.split('\n').map((line) => line.split(':')[0]?.trim()))
  return keys.filter((kid) => !there.has(kid))
}

/**
 * Before the rows: a target that was filled without its keys would have to be emptied by hand.
 * @param {readonly string[]} keys @param {string} keyFile
 */
export function refuseWithoutKeys(keys, keyFile) {
  const lacking = findLacking(keys, keyFile)
  if (lacking.length === 0) return
  throw new Refusal(
    `The key file ${keyFile} ${fs.existsSync(keyFile) ? 'lacks' : 'is missing; it must hold'} ${lacking.join(', ')}, and nothing else opens the sealed text of this archive. Put your copy there and run this again; nothing was changed. If no copy exists any more, --without-keys brings back everything but sealed text.`,
  )
}

/** The archive's own key. @param {string} file @param {string} identityFile @param {string} [keyFile] */
export async function openKey(file, identityFile, keyFile) {
  const key =
    keyFile ?? path.join(path.dirname(file), 'keys', path.basename(file).replace(/\.backup$/, '.key'))
  if (!fs.existsSync(key))
    throw new Refusal(
      `The key ${key} of this archive is missing: after 30 days it is destroyed on purpose, and nothing opens the archive any more.`,
    )
  if (!fs.existsSync(identityFile)) throw new Refusal(`There is no file ${identityFile}.`)
  const identity = fs.readFileSync(identityFile, 'utf8').match(/AGE-SECRET-KEY-\S+/)?.[0]
  if (!identity) throw new Refusal(`${identityFile} holds no identity (AGE-SECRET-KEY-…).`)
  return openText(Buffer.from(fs.readFileSync(key, 'utf8'), 'base64'), identity)
}
