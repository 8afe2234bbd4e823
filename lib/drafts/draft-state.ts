import type { DraftContent } from './draft-content'
import type { Offer } from './offers'

/** server: the device refused, the server has it. memory: neither has, the text is in this window only. */
export type DraftStatus = 'off' | 'idle' | 'writing' | 'kept' | 'server' | 'memory'
export type Refusal = 'full' | 'refused' | 'noKey'
export type DraftState = {
  readonly status: DraftStatus
  readonly keptAt: Date | null
  readonly why: Refusal | null
}

/** What the keeper asks of the form it keeps. */
export type KeeperPage = {
  /** Null: nothing stands there that anyone would miss. */
  readonly read: () => Pick<DraftContent, 'requestId' | 'values' | 'path' | 'problem' | 'typed'> | null
  readonly tell: (state: DraftState, offers: readonly Offer[]) => void
}
