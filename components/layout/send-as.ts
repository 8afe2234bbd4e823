import type { SendTo } from '@/lib/drafts/outbox'

const PATIENCE = 30_000

/**
 * The handlers come after the page, as soon as it stands: nothing is sent without a network, and most pages have nothing to send.
 * A part that did not come is asked for again when something is to be sent; until then that waits as it does without a network.
 */
export const loadOutboxActions = () => import('./outbox-actions')

/** Sends as one account: no matter who has signed in since, their name never comes under this text. */
export const sendAs =
  (account: string): SendTo =>
  async (outboxAction, sent) => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))
    const send = async () => {
      const { ACTIONS, isOutboxAction } = await loadOutboxActions()
      // Kept by a later version of the application: it waits until that version is back.
      return isOutboxAction(outboxAction) ? ACTIONS[outboxAction]({ ...sent, as: account }) : null
    }
    return Promise.race([send(), late])
  }
