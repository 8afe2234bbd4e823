import type { SendTo } from '@/lib/drafts/outbox'

const PATIENCE = 30_000

/**
 * The doors come after the page, as soon as it stands: nothing is sent without a network, and most pages have nothing to send.
 * A part that did not come is asked for again when something is to be sent; until then that waits as it does without a network.
 */
export const bringDoors = () => import('./outbox-doors')

/** Sends as one account: whoever has signed in since, her name never comes under this text. */
export const sendAs =
  (account: string): SendTo =>
  async (door, sent) => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))
    const send = async () => {
      const { DOORS, isDoor } = await bringDoors()
      // Kept by a later version of the house: it waits until that version is back.
      return isDoor(door) ? DOORS[door]({ ...sent, as: account }) : null
    }
    return Promise.race([send(), late])
  }
