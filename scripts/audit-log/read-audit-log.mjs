import { runNode, typescript } from '../child.mjs'

/**
 * Says in sentences whether the audit log, its checkpoints and the mark of every row are as they were left (docs/adr/0041, 0049).
 * @param {{ url: string, keyFile: string }} where url of a role that sees every row and changes none (accompany_backup)
 * @param {string[]} words of verify-audit-log
 * @returns {Promise<number>} 1 when something is not, or could not be read
 */
export async function readAuditLog({ url, keyFile }, words) {
  const env = { BACKUP_DATABASE_URL: url, KEY_FILE: keyFile }
  const { code } = await runNode(typescript('scripts/verify-audit-log.ts', ...words), { env, show: true })
  return code
}
