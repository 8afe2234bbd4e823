import type { DraftBox } from './draft-box'
import type { DraftContent } from './draft-content'
import type { DraftPlace, DraftRecord } from './draft-store'
import type { Ports } from './ports'

/** A text that was left behind, and where it was found. */
export type Offer = DraftContent &
  DraftPlace & { readonly from: 'device' | 'server' | 'memory'; readonly record: DraftRecord | null }

type Continued = NonNullable<DraftContent['after']>

/** True of a text that was continued under another name and did not change since. */
const isContinued = ({ tab, at }: Offer, by: Continued): boolean =>
  by.some((one) => one.tab === tab && one.at >= at)

/** One of each name, the newer of two, without what another one continues, the newest first. */
const sorted = (all: readonly Offer[], own: Continued): Offer[] => {
  const continued = [...own, ...all.flatMap(({ after = [] }) => after)]
  const found = all.filter((one) => !isContinued(one, continued))
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
  {
    form,
    box,
    ports,
    after,
  }: {
    form: string
    box: DraftBox
    ports: Pick<Ports, 'live' | 'memory' | 'remote'>
    /** What the text in this window continues. */
    after: Continued
  },
  tell: (offers: readonly Offer[]) => void,
): Promise<void> => {
  const live = await ports.live.list()
  const isLeft = ({ tab }: { tab: string }) => !live.has(tab) && tab !== box.place.tab
  const memory = ports.memory
    .list(form)
    .filter(isLeft)
    .map((one): Offer => ({ ...one, slot: '', from: 'memory', record: null }))
  const device = (await box.find()).filter(isLeft).map((one): Offer => ({ ...one, from: 'device' }))
  tell(sorted([...memory, ...device], after))
  const records = await ports.remote.list(box.place.slot).catch(() => null)
  if (records === null) return
  const opened = await Promise.all(records.filter(isLeft).map(box.open))
  const server = opened.filter((one) => one !== null).map((one): Offer => ({ ...one, from: 'server' }))
  if (server.length > 0) tell(sorted([...memory, ...device, ...server], after))
}
