/** The chain of the register: each release stands over the one before it (docs/adr/0065). */
export type Link = {
  readonly id: string
  readonly snapshotId: string
  readonly engineVersion: string
  readonly profile: string
  readonly fileHashes: Readonly<Record<string, string>>
  readonly meterAfter: number
  readonly number: number
  readonly prevHash: string
  readonly ownHash: string
  /** Said of what needs a second admin, and of tables not (docs/adr/0082). */
  readonly kind?: string
  readonly approvedBy?: string | null
}

/**
 * Id of the first release, by number, whose hash does not stand over itself and the one before it; null when all do. Says
 * app.chain_release() again, so that a register someone wrote into is found without believing it.
 */
export function findBreak(links: readonly Link[], sha256: (text: string) => string): string | null {
  let before = ''
  for (const [i, link] of links.entries()) {
    const { id, number, snapshotId, engineVersion, profile, fileHashes, meterAfter } = link
    const hashes = [fileHashes.csv, fileHashes.json, fileHashes.zip].filter((one) => one !== undefined)
    const two = link.kind === undefined || link.kind === 'table' ? [] : [link.kind]
    const by = link.approvedBy ? [link.approvedBy] : []
    const own = sha256(
      [before, number, id, snapshotId, engineVersion, profile, ...hashes, meterAfter, ...two, ...by].join(
        '|',
      ),
    )
    if (number !== i + 1 || link.prevHash !== before || link.ownHash !== own) return id
    before = own
  }
  return null
}
