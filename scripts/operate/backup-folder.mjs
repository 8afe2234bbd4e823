// Whose the archives are: the nightly run is not root, and someone who copied them to a new machine was.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.mjs'
import { ACCOUNT } from './places.mjs'

const OURS = /^(accompany-.*|erasures\.json|keys)$/

/** What is ours in the folder of the backups, and the folder; someone may keep other things there. @param {string} folder @returns {string[]} */
export function ownFiles(folder) {
  const ours = fs
    .readdirSync(folder)
    .filter((name) => OURS.test(name))
    .map((name) => path.join(folder, name))
  const keys = path.join(folder, 'keys')
  const inKeys = fs.existsSync(keys) ? fs.readdirSync(keys).map((name) => path.join(keys, name)) : []
  return [folder, ...ours, ...inKeys]
}

/** @param {string} word of id */
const idOf = (word) => Number(spawnSync('id', [word, ACCOUNT], { encoding: 'utf8' }).stdout)

/** @param {string[]} files */
export function giveToAccount(files) {
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  for (const file of files) {
    if (fs.lstatSync(file).uid === uid) continue
    try {
      fs.lchownSync(file, uid, gid)
    } catch {
      throw new Refusal(
        `${file} cannot be given to the account ${ACCOUNT}, which writes the backups: mount this disk with uid=${ACCOUNT},gid=${ACCOUNT}, then again.`,
      )
    }
  }
}
