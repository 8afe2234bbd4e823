import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { prepareKeyFile } from '../secrets.mjs'

const SECRETS = ['serve.secret', 'operate.secret']

/**
 * Made once, never typed.
 * @param {string} folder @param {() => Promise<boolean>} isEncrypted whether the database needs an earlier key file
 */
export async function makeSecrets(folder, isEncrypted) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of SECRETS) {
    const file = path.join(folder, name)
    if (!fs.existsSync(file))
      fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  await prepareKeyFile({ keyFile: path.join(folder, 'keys'), isEncrypted })
}
