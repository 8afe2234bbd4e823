import type { DraftBox } from './draft-box'
import type { DraftContent } from './draft-content'
import type { DraftPlace, DraftRecord } from './draft-store'
import type { Ports } from './ports'

/** A text that was left behind, and where it was found. */
export type Offer = DraftContent &
  DraftPlace & { readonly from: 'device' | 'server' | 'memory'; readonly record: DraftRecord | null }

/** One of each name, the newer of two, the newest first. */
const sorted = (found: readonly Offer[]): Offer[] => {
  const byTab = new Map<string, Offer>()
  for (const one of found) {
    const other = byTab.get(one.tab)
    if (other === undefined || other.at < one.at) byTab.set(one.tab, one)
  }
  return [...byTab.values()].sort((a, b) => b.at - a.at)
}

/**
 * What may be offered in a form: never what is being written in a window that is open now. Told twice: what the device
 * has, at once, and then with what the server has from this account's other devices.
 */
export const findOffers = async (
  { form, box, ports }: { form: string; box: DraftBox; ports: Pick<Ports, 'live' | 'memory' | 'remote'> },
  tell: (offers: readonly Offer[]) => void,
): Promise<void> => {
  const live = await ports.live.list()
  const isLeft = ({ tab }: { tab: string }) => !live.has(tab) && tab !== box.place.tab
  const memory = ports.memory
    .list(form)
    .filter(isLeft)
    .map((one): Offer => ({ ...one, slot: '', from: 'memory', record: null }))
  const device = (await box.find()).filter(isLeft).map((one): Offer => ({ ...one, from: 'device' }))
  tell(sorted([...memory, ...device]))
  const records = await ports.remote.list(box.place.slot).catch(() => null)
  if (records === null) return
  const opened = await Promise.all(records.filter(isLeft).map(box.open))
  const server = opened.filter((one) => one !== null).map((one): Offer => ({ ...one, from: 'server' }))
  if (server.length > 0) tell(sorted([...memory, ...device, ...server]))
}
